package io.multichat.topology.sessions;

import static io.multichat.topology.testing.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionStatus.State;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.TopologyFixture;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wall clock runs ahead and then steps back. */
class ClockTest {
    private static final long WRONG = TopologyFixture.START.toEpochMilli();
    private static final long RIGHT = WRONG - Duration.ofHours(1).toMillis();

    private final Chat chat = Chat.atHome("talk");
    private OneTask task;

    @BeforeEach
    void open(@TempDir Path state) {
        task = new OneTask(state);
        task.at(WRONG);
        task.tick();
    }

    @AfterEach
    void close() {
        task.close();
    }

    @Test
    void aChangeIsAnnouncedAtOnceAndNotWhenTheClockHasCaughtUp() {
        task.accept(chat.message("m1", BASE));
        task.accept(chat.message("m2", BASE + 1));
        task.announced();

        task.at(RIGHT);
        task.accept(chat.message("m3", BASE + 2));

        assertThat(task.announced())
                .extracting(each -> each.counts().messages())
                .containsExactly(3L);
    }

    @Test
    void ticksContinueAlthoughKafkaStreamsWouldWaitUntilTheClockHasCaughtUp() {
        task.accept(chat.message("m1", BASE));

        task.at(RIGHT);
        task.accept(chat.message("m2", BASE + 1));
        task.accept(chat.message("m3", BASE + 2));

        assertThat(task.ticking()).containsExactly(2, 1);
    }

    @Test
    void workDueAfterTheStepIsDoneOnTime() {
        task.at(RIGHT);
        task.accept(chat.message("m1", BASE));
        task.accept(chat.message("m2", BASE + 1));
        task.announced();

        task.at(RIGHT + 1_000);
        task.tick();

        assertThat(task.announced())
                .extracting(each -> each.counts().messages())
                .containsExactly(2L);
    }

    @Test
    void workThatBecameDueWithoutTicksIsDoneWithTheNextTick() {
        task.at(RIGHT);
        task.accept(chat.message("m1", BASE));
        task.accept(chat.message("m2", BASE + 1));
        task.announced();

        task.at(WRONG + 100);
        task.tick();
        task.at(WRONG + 1_100);
        task.tick();

        assertThat(task.announced())
                .extracting(
                        each -> each.counts().messages() + " " + each.status().state())
                .containsExactly("2 OPEN", "2 CLOSED");
    }

    @Test
    void anActiveConversationSettlesByTheCorrectedClock() {
        task.accept(chat.message("m1", BASE));

        task.at(RIGHT);
        task.accept(chat.message("m2", BASE + 1));
        task.announced();
        task.at(RIGHT + 10_000);
        task.tick();

        assertThat(task.announced()).extracting(each -> each.status().state()).containsExactly(State.CLOSED);
    }

    @Test
    void aTimerFromBeforeTheStepHasNoEffect() {
        task.accept(chat.message("m1", BASE));
        task.at(RIGHT);
        task.accept(chat.message("m2", BASE + 1));
        task.at(RIGHT + 10_000);
        task.tick();
        task.announced();

        task.at(WRONG + 10_000);
        task.tick();

        assertThat(task.announced()).isEmpty();
    }
}
