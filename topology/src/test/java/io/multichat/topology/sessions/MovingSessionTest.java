package io.multichat.topology.sessions;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.SessionId;
import io.multichat.topology.settings.Names;
import io.multichat.topology.testing.Chat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A concurrent query never misses a session that moves between stores. */
class MovingSessionTest {
    private final Chat chat = Chat.atHome("talk");

    @ParameterizedTest
    @CsvSource({
        "merges with the newest,          0 2,    1",
        "merges with a past one,          0 2 20, 1",
        "starts earlier,                  0 20,   -1",
        "is the newest no more,           0,      20",
    })
    void itIsFoundWhileIt(String it, String before, long then, @TempDir Path state) {
        WatchedStore conversations = new WatchedStore(Names.CONVERSATIONS);
        WatchedStore past = new WatchedStore(Names.PAST_SESSIONS);
        try (OneTask task = new OneTask(state, List.of(conversations, past))) {
            List<Long> times =
                    Arrays.stream(before.split(" ")).map(Long::parseLong).toList();
            times.forEach(time -> say(task, time));
            BooleanSupplier allAreFound = () -> times.stream()
                    .allMatch(time -> task.queries().session(idOf(time)).isPresent());
            conversations.watch(allAreFound);
            past.watch(allAreFound);

            say(task, then);

            assertThat(past.seen()).as(it).isNotEmpty().containsOnly(true);
            assertThat(conversations.seen()).as(it).isNotEmpty().containsOnly(true);
        }
    }

    private SessionId idOf(long gaps) {
        return SessionId.of(BASE + gaps * GAP, chat.conversation().hash());
    }

    private void say(OneTask task, long gaps) {
        task.accept(chat.message("m" + gaps, BASE + gaps * GAP));
    }
}
