package io.multichat.formats.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.ShownMessage;
import io.multichat.events.codec.SnapshotEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JsonLinesWriterTest {
    private static final Conversation CHANNEL = Conversation.of("irc", "#a");
    private static final long TIME = 1_000_000_000_000L;

    @Test
    void aSessionIsFollowedByItsMessagesAndTheLastLineCountsBoth() throws IOException {
        SessionSnapshot session = session();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        JsonLinesWriter writer = new JsonLinesWriter(output);

        writer.session(session);
        writer.message(
                new MessagePosition(TIME, 7, "m1"), new ShownMessage(ascii("{ \"text\" : \"kept\\u0020\" }"), false));
        writer.message(new MessagePosition(TIME + 1, -1, "m2"), new ShownMessage(ascii("{}"), true));
        writer.complete(1, 2);

        String message = "{\"kind\":\"message\",\"sessionId\":\"" + session.sessionId() + "\",\"sentAt\":\"";
        assertThat(output.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "{\"kind\":\"session\",\"session\":"
                                + new String(new SnapshotEncoder().encode(session), StandardCharsets.UTF_8) + "}",
                        message + "2001-09-09T01:46:40.000Z\",\"order\":7,\"deleted\":false,"
                                + "\"event\":{ \"text\" : \"kept\\u0020\" }}",
                        message + "2001-09-09T01:46:40.001Z\",\"order\":-1,\"deleted\":true,\"event\":{}}",
                        "{\"kind\":\"complete\",\"sessions\":1,\"messages\":2}");
    }

    private static SessionSnapshot session() {
        return new SessionSnapshot(
                SessionId.of(TIME, CHANNEL.hash()),
                CHANNEL,
                SessionStatus.OPEN,
                new SessionSnapshot.Span(TIME, TIME + 1),
                new SessionSnapshot.Counts(2, 0, 1, 0, new SessionSnapshot.Participants(1, false)),
                "m1",
                "m2",
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, 3));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
