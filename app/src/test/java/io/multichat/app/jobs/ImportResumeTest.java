package io.multichat.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import io.multichat.formats.ReadOptions;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.imports.ImportProgress;
import io.multichat.jobs.imports.ImportReport;
import io.multichat.jobs.imports.ImportRun;
import io.multichat.jobs.imports.read.ImportRequest;
import io.multichat.jobs.imports.source.ImportFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that continue after an interruption, against a real broker. */
class ImportResumeTest {
    private static final int EVENTS = 60_000;
    private static final int INTERRUPTED_AT = 55_000;
    /** The journal is written after every 50,000 events, before the last of them counts. */
    private static final int IN_JOURNAL = 49_999;

    private static final String EVENT = "{\"platform\":\"irc\",\"channel\":\"c\",\"messageId\":\"%d\","
            + "\"sender\":{\"id\":\"u\"},\"sentAt\":\"2001-01-01T00:00:00Z\"}%n";

    @TempDir
    Path folder;

    private TestBroker broker;
    private Path journal;
    private Path chat;

    @BeforeEach
    void interruptAnImport() throws IOException {
        broker = TestBroker.start(folder.resolve("kafka"));
        broker.topics("partitions=2").run();
        journal = folder.resolve("journal.json");
        chat = Files.writeString(
                folder.resolve("chat.jsonl"),
                IntStream.range(0, EVENTS).mapToObj(EVENT::formatted).collect(Collectors.joining()));
        assertThatThrownBy(() -> run((stage, events) -> {
                    if (events == INTERRUPTED_AT) {
                        throw new IllegalStateException("interrupted");
                    }
                }))
                .hasMessage("interrupted");
        assertThat(journal).exists();
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void whatKafkaHasIsNotPublishedAgainAndNothingIsMissing() {
        ImportReport report = run(ImportProgress.SILENT);

        assertThat(report.read()).isEqualTo(EVENTS);
        assertThat(report.resumed()).isEqualTo(IN_JOURNAL);
        assertThat(report.published()).isEqualTo(EVENTS - IN_JOURNAL);
        assertThat(broker.records(Topics.MESSAGES).stream()
                        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                        .distinct())
                .hasSize(EVENTS);
        assertThat(journal).doesNotExist();
    }

    @Test
    void aFileThatHasChangedIsPublishedAsAWhole() throws IOException {
        Files.setLastModifiedTime(chat, FileTime.fromMillis(0));

        ImportReport report = run(ImportProgress.SILENT);

        assertThat(report.resumed()).isZero();
        assertThat(report.reading().assumed()).anyMatch(sentence -> sentence.contains("the files have changed"));
    }

    @Test
    void eventsThatKafkaHasLostArePublishedAgain() throws IOException {
        String noted = Files.readString(journal);
        Files.writeString(journal, noted.replaceAll("\"mark\":\"[^\"]+\"", "\"mark\":\"of nobody\""));

        ImportReport report = run(ImportProgress.SILENT);

        assertThat(report.resumed()).isZero();
        assertThat(report.published()).isEqualTo(EVENTS);
        assertThat(report.reading().assumed()).anyMatch(sentence -> sentence.startsWith("Kafka does not have"));
    }

    private ImportReport run(ImportProgress progress) {
        ImportRequest request = ImportRequest.of(
                        List.of(new ImportFile(chat.toString())),
                        Optional.empty(),
                        ReadOptions.limitedTo(1 << 20),
                        new ClockSkew(Duration.ofMinutes(5)),
                        refusal -> {})
                .with(1, Optional.of(journal));
        return new ImportRun(request, broker.kafka(), Optional.empty(), progress, System::nanoTime).run();
    }
}
