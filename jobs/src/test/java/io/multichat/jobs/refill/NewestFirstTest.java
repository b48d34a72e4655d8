package io.multichat.jobs.refill;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.jobs.refill.NewestFirst.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewestFirstTest {
    private static final Conversation A = Conversation.of("irc", "#a");
    private static final Conversation B = Conversation.of("irc", "#b");

    @TempDir
    private Path folder;

    @Test
    void theFirstMessageOfAConversationIsTheLastAndItsSessionsFollow() {
        List<String> read = new ArrayList<>();
        try (NewestFirst lines = NewestFirst.in(folder)) {
            add(lines, Kind.SNAPSHOT, A, 1);
            add(lines, Kind.MESSAGE, A, 10);
            add(lines, Kind.MESSAGE, B, 15);
            add(lines, Kind.MESSAGE, A, 30);
            add(lines, Kind.COMMAND, A, 20);
            add(lines, Kind.MESSAGE, A, 20);

            lines.forEach((kind, partition, line) ->
                    read.add(kind + " " + partition + " " + new String(line, StandardCharsets.UTF_8)));
        }

        assertThat(read)
                .containsExactly(
                        "COMMAND 3 #a 20",
                        "MESSAGE 3 #a 30",
                        "MESSAGE 3 #a 20",
                        "MESSAGE 3 #a 10",
                        "SNAPSHOT 3 #a 1",
                        "MESSAGE 3 #b 15");
        assertThat(folder).isEmptyDirectory();
    }

    private static void add(NewestFirst lines, Kind kind, Conversation conversation, long sentAt) {
        byte[] line = (conversation.channel() + " " + sentAt).getBytes(StandardCharsets.UTF_8);
        lines.add(kind, conversation, sentAt, 3, line);
    }
}
