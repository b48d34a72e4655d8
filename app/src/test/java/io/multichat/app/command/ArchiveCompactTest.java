package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.Topics;
import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.core.testing.ReportFate;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.core.testing.StartedTask;
import io.multichat.sinks.core.testing.WorkerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCompactTest {
    private static final int MESSAGES = 5;

    @TempDir
    Path archive;

    /** Commits every message to a segment of its own. */
    @BeforeEach
    void writeSmallSegments() {
        Set<TopicPartition> sources = Set.of(new TopicPartition(Topics.TRANSCRIPT, 0));
        WorkerContext context = new WorkerContext();
        context.fate = ReportFate.FAILS;
        Map<String, String> settings = Map.of("archive.dir", archive.toString(), "archive.commit.records", "1");
        SinkTask task = StartedTask.of(new ArchiveSinkConnector(), settings, context);
        task.open(sources);
        for (int i = 0; i < MESSAGES; i++) {
            task.put(List.of(SinkRecords.transcript(
                    new SinkRecords.At(0, i),
                    SinkRecords.message(Conversation.of("irc", "#a"), "m" + i, 1_000L + i, "text"),
                    SinkRecords.placed(1_000L + i, 0))));
        }
        task.close(sources);
        task.stop();
    }

    @Test
    void smallSegmentsBecomeOneAndTheReplacedOnesAreRemovedAfterTheGrace() throws IOException {
        CommandOutput merged = compact("--grace", "1h");

        assertThat(merged.exitCode()).isZero();
        assertThat(merged.out())
                .isEqualToIgnoringNewLines("merged 5 files into 1, removed 0 replaced files and 0 manifests");
        assertThat(segments()).hasSize(MESSAGES + 1);

        CommandOutput cleaned = compact("--grace", "0s", "--json");

        assertThat(cleaned.out())
                .startsWith("{\"mergedFiles\":0,\"newFiles\":0,\"removedFiles\":5,")
                .hasLineCount(1);
        assertThat(segments()).hasSize(1);
    }

    private CommandOutput compact(String... options) {
        return CommandOutput.of(
                Stream.concat(Stream.of("archive", "compact", "--archive", archive.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    /** All segments on disk, including replaced ones. */
    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.walk(archive)) {
            return files.filter(file -> file.toString().endsWith(".zst")).toList();
        }
    }
}
