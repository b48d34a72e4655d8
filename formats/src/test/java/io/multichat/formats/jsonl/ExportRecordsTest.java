package io.multichat.formats.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.events.versions.ShownMessage;
import io.multichat.formats.testing.Written;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportRecordsTest {
    private static final Conversation CHANNEL = Conversation.of("irc", "#a");
    private static final long TIME = 1_000_000_000_000L;

    @Test
    void aManifestComesFirstASessionIsFollowedByItsMessagesAndTheLastLineCountsAll() throws IOException {
        SessionSnapshot session = session();
        ExportedEvent reaction = new ExportedEvent(TIME + 5, 9, ascii("{\"r\":1}"));

        String written = Written.of(new JsonLinesExport(), writer -> {
            writer.session(new ExportedSession(session, 2, 1));
            writer.message(message("m1", 7, "{ \"text\" : \"kept\\u0020\" }", false, List.of(reaction)));
            writer.message(message("m2", -1, "{}", true, List.of()));
            writer.complete(new FileCounts(1, 2, 1));
        });

        String place = "\",\"sentAt\":\"2001-09-09T01:46:40.00";
        String id = "\"sessionId\":\"" + session.sessionId();
        assertThat(written.lines())
                .containsExactly(
                        "{\"kind\":\"manifest\",\"format\":\"multichat-export\",\"version\":2,\"part\":1,\"revisions\":false}",
                        "{\"kind\":\"session\",\"session\":"
                                + new String(new SnapshotEncoder().encode(session), StandardCharsets.UTF_8) + "}",
                        "{\"kind\":\"message\"," + id + place + "0Z\",\"order\":7,\"deleted\":false,"
                                + "\"event\":{ \"text\" : \"kept\\u0020\" }}",
                        "{\"kind\":\"event\"," + id + place + "5Z\",\"order\":9,\"event\":{\"r\":1}}",
                        "{\"kind\":\"message\"," + id + place + "0Z\",\"order\":-1,\"deleted\":true,\"event\":{}}",
                        "{\"kind\":\"complete\",\"sessions\":1,\"messages\":2,\"events\":1}");
    }

    @Test
    void aSessionThatContinuesOrLacksMessagesSaysSo() throws IOException {
        String written = Written.of(
                new JsonLinesExport(), writer -> writer.session(new ExportedSession(session(), 1, 1).continued()));

        assertThat(written.lines().skip(1)).first().asString().endsWith(",\"part\":2,\"found\":1}");
    }

    @Test
    void aDocumentHoldsTheSameRecordsInAnArray() throws IOException {
        String written = Written.of(new JsonExport(), writer -> {
            writer.session(new ExportedSession(session(), 2, 1));
            writer.complete(new FileCounts(1, 0, 0));
        });

        assertThat(new JsonMapper().readTree(written).findValuesAsText("kind"))
                .containsExactly("manifest", "session", "complete");
    }

    private static ExportedMessage message(
            String id, long order, String event, boolean deleted, List<ExportedEvent> reactions) {
        return new ExportedMessage(
                new MessagePosition(TIME, order, id), new ShownMessage(ascii(event), deleted), List.of(), reactions);
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
