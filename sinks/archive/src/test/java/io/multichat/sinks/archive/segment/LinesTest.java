package io.multichat.sinks.archive.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.testing.Chat;
import io.multichat.sinks.archive.testing.MemoryFolder;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.core.testing.SinkRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content of lines. */
class LinesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Conversation HOSTILE = Conversation.of("irc\n", "#\"../..\\\u0000", ",\"event\":");

    @TempDir(factory = MemoryFolder.class)
    private Path root;

    private TestArchive archive;

    @BeforeEach
    void anArchive() {
        archive = new TestArchive(root);
    }

    @Test
    void theLineOfAnEventContainsItsPlacement() throws IOException {
        SessionId session = SessionId.of(Chat.NOON, HOSTILE.hash());
        Placement placement = new Placement(Optional.of(session), Chat.NOON + 5, -3, EventType.MESSAGE_EDITED);
        byte[] value = pretty("\r\n", "two\\nlines ,\\\"event\\\": \u2028 \\u0000");
        archive.add(SinkRecords.transcript(new SinkRecords.At(0, 0), HOSTILE, value, placement));

        JsonNode line = onlyLine(ArchiveKind.TRANSCRIPT);

        assertThat(line.path("conversation").asText()).isEqualTo(HOSTILE.key());
        assertThat(line.path("kind").asText()).isEqualTo("message.edited");
        assertThat(line.path("sessionId").asText()).isEqualTo(session.toString());
        assertThat(line.path("sentAt").asLong()).isEqualTo(Chat.NOON + 5);
        assertThat(line.path("order").asLong()).isEqualTo(-3);
        assertThat(line.path("partition").asInt()).isZero();
        assertThat(line.path("offset").asLong()).isZero();
        assertThat(line.path("event")).isEqualTo(JSON.readTree(value));
    }

    @Test
    void anEventIsKeptByteForByteExceptForLineBreaksBetweenTokens() throws IOException {
        Placement placement =
                new Placement(Optional.empty(), 0, Long.MAX_VALUE, EventType.SESSION_ENDED, OptionalLong.of(99));
        byte[] windows = pretty("\r\n", "\\u00e9 é 😀");
        archive.add(SinkRecords.transcript(new SinkRecords.At(0, 0), HOSTILE, windows, placement));
        archiveAll();
        List<TranscriptLine> lines = new ArrayList<>();

        archive.reader().forEachEvent(0, 1, lines::add);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .extracting(TranscriptLine::conversation, TranscriptLine::placement, TranscriptLine::offset)
                .containsExactly(HOSTILE, placement, 0L);
        assertThat(lines.get(0).event()).isEqualTo(pretty("  ", "\\u00e9 é 😀"));
    }

    @Test
    void aPrettyPrintedSnapshotBecomesOneLine() throws IOException {
        SinkRecord compact = SinkRecords.snapshot(new SinkRecords.At(0, 0), Chat.session(Chat.NOON, "m\"\n", 7));
        JsonNode snapshot = JSON.readTree((byte[]) compact.value());
        byte[] pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(snapshot);
        assertThat(new String(pretty, StandardCharsets.UTF_8)).contains("\n");
        archive.add(SinkRecords.raw(compact.topic(), new SinkRecords.At(0, 0), pretty));

        JsonNode line = onlyLine(ArchiveKind.SESSIONS);

        assertThat(line).isEqualTo(snapshot);
    }

    @Test
    void linesAreDatedByTheUtcDayOfTheirTime() throws IOException {
        long lastMsOfDay = Chat.DAY * 20_000 - 1;
        Chat.message(archive, TestArchive.TRANSCRIPT, lastMsOfDay, "evening");
        Chat.message(archive, TestArchive.TRANSCRIPT, lastMsOfDay + 1, "morning");
        Chat.message(archive, TestArchive.TRANSCRIPT, 253_402_300_799_999L, "the last");
        Chat.snapshot(archive, TestArchive.SESSIONS, Chat.session(0, "m", 1));

        archiveAll();

        assertThat(archive.visibleFiles())
                .extracting(path -> path.substring(0, path.lastIndexOf('-')))
                .containsExactly(
                        "sessions/date=1970-01-01/p0-0",
                        "transcript/date=2024-10-03/p0-0",
                        "transcript/date=2024-10-04/p0-1",
                        "transcript/date=9999-12-31/p0-2");
    }

    private JsonNode onlyLine(ArchiveKind kind) throws IOException {
        archiveAll();
        List<byte[]> lines = new ArrayList<>();
        for (Segment segment : archive.segments(kind)) {
            archive.reader().forEachLine(segment, lines::add);
        }
        assertThat(lines).hasSize(1);
        return JSON.readTree(lines.get(0));
    }

    private void archiveAll() {
        Worker worker = archive.worker().assignAll();
        worker.poll(100);
        worker.stop();
        assertThat(worker.context.reported).isEmpty();
    }

    private static byte[] pretty(String lineBreak, String text) {
        return String.join(
                        lineBreak,
                        "{",
                        "\"type\":\"message.edited\",",
                        "\"platform\":\"irc\\n\",\"channel\":\"#\\\"../..\\\\\\u0000\",\"thread\":\",\\\"event\\\":\",",
                        "\"messageId\":\"m\", \"editedAt\":\"2024-01-01T00:00:00Z\",",
                        "\"unknown\": [1.00, {}],",
                        "\"text\": \"" + text + "\"",
                        "}",
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
