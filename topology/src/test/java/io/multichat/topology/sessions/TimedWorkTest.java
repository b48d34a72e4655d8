package io.multichat.topology.sessions;

import static io.multichat.topology.testing.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.SessionStatus.State;
import io.multichat.topology.testing.Chat;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work triggered by the clock is bounded and survives a restart. */
class TimedWorkTest {
    private static final int MANY = 2 * TimedWork.LIMIT + 1;

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
    void closingManySessionsDueAtOnceTakesSeveralTicks() {
        chats().forEach(i -> task.accept(chat(i).message("m1", BASE)));
        task.announced();
        task.at(task.now() + 10_000);

        int[] closed = IntStream.range(0, 4).map(i -> announcedByATick()).toArray();

        assertThat(closed).containsExactly(TimedWork.LIMIT, TimedWork.LIMIT, 1, 0);
    }

    @Test
    void announcingManySessionsDueAtOnceTakesSeveralTicks() {
        chats().forEach(i -> task.accept(chat(i).message("m1", BASE)));
        chats().forEach(i -> task.accept(chat(i).message("m2", BASE)));
        task.announced();
        task.at(task.now() + 1_000);

        int[] announced = IntStream.range(0, 4).map(i -> announcedByATick()).toArray();

        assertThat(announced).containsExactly(TimedWork.LIMIT, TimedWork.LIMIT, 1, 0);
    }

    @Test
    void aPendingAnnouncementSurvivesARestart() {
        task.accept(chat.message("m1", BASE));
        task.accept(chat.message("m2", BASE + 1));
        task.announced();

        task.restart();
        task.at(task.now() + 1_000);
        task.tick();

        assertThat(task.announced())
                .extracting(each -> each.counts().messages())
                .containsExactly(2L);
    }

    @Test
    void afterARestartAConversationHasTimeToSettle() {
        task.accept(chat.message("m1", BASE));
        task.announced();
        task.at(task.now() + 3_600_000);

        task.restart();
        task.at(task.now() + 9_999);
        task.tick();
        assertThat(task.announced()).isEmpty();
        task.at(task.now() + 1);
        task.tick();

        assertThat(task.announced()).extracting(each -> each.status().state()).containsExactly(State.CLOSED);
    }

    @Test
    void aBusyConversationIsWatchedByOneTimerUntilItIsSilent() {
        for (int i = 0; i < 100; i++) {
            task.accept(chat.message("m" + i, BASE));
            task.at(task.now() + 5_000);
            task.tick();
        }
        task.announced();

        task.at(task.now() + 5_000);
        task.tick();
        assertThat(task.announced()).extracting(each -> each.status().state()).containsExactly(State.CLOSED);
        task.at(task.now() + 1_000_000);
        task.tick();

        assertThat(task.announced()).isEmpty();
    }

    private int announcedByATick() {
        task.tick();
        return task.announced().size();
    }

    private static IntStream chats() {
        return IntStream.range(0, MANY);
    }

    private static Chat chat(int number) {
        return new Chat(Conversation.of("many", "c" + number));
    }
}
