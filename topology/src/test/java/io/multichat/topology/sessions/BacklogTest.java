package io.multichat.topology.sessions;

import static io.multichat.topology.testing.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.topology.testing.Chat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a partition works off a backlog, intermediate states are announced rarely; afterwards, at once. */
class BacklogTest {
    private static final long OLD_MS = 5_500;
    private static final long FRESH_MS = 0;

    private final Chat chat = Chat.atHome("talk");
    private OneTask task;

    @BeforeEach
    void open(@TempDir Path state) {
        task = new OneTask(state);
    }

    @AfterEach
    void close() {
        task.close();
    }

    @Test
    void aBusySessionIsAnnouncedOnceAnInterval() {
        List<Long> announced = new ArrayList<>();
        for (int second = 0; second <= 20; second++) {
            accept(second, OLD_MS);
            tickAfter(100);
            task.announced().forEach(each -> announced.add(each.counts().messages()));
            task.at(task.now() + 900);
        }

        assertThat(announced).containsExactly(11L, 21L);
    }

    @Test
    void theFirstFreshRecordAnnouncesWhatIsPending() {
        accept(1, OLD_MS);
        accept(2, OLD_MS);
        task.at(task.now() + 2_000);
        accept(3, OLD_MS);
        tickAfter(100);
        assertThat(task.announced()).isEmpty();

        accept(Chat.atHome("other"), 4, FRESH_MS);
        tickAfter(100);

        assertThat(task.announced())
                .extracting(each -> each.counts().messages())
                .containsExactly(1L, 3L);
    }

    @Test
    void aBacklogEndsWhenNoRecordFollows() {
        accept(1, OLD_MS);
        accept(2, OLD_MS);
        tickAfter(1_900);
        assertThat(task.announced()).isEmpty();

        tickAfter(100);

        assertThat(task.announced())
                .extracting(each -> each.counts().messages())
                .containsExactly(2L);
    }

    private void accept(int number, long waitedMs) {
        accept(chat, number, waitedMs);
    }

    private void accept(Chat in, int number, long waitedMs) {
        task.arrivals.extract(
                new ConsumerRecord<>(
                        "chat-messages",
                        0,
                        number,
                        System.currentTimeMillis() - waitedMs,
                        TimestampType.LOG_APPEND_TIME,
                        0,
                        0,
                        null,
                        null,
                        new RecordHeaders(),
                        Optional.empty()),
                0);
        task.accept(in.message("m" + number, BASE + number));
    }

    private void tickAfter(long millis) {
        task.at(task.now() + millis);
        task.tick();
    }
}
