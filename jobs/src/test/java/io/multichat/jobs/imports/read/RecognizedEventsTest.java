package io.multichat.jobs.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.formats.ReadOptions;
import io.multichat.formats.registry.FormatRegistry;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.imports.source.ImportException;
import io.multichat.jobs.imports.source.ImportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that holds no events is refused before its first event is published, with what it looks like. */
class RecognizedEventsTest {
    private static final int MAX_BYTES = 2_000;
    private static final String EVENT =
            "{\"platform\":\"s\",\"channel\":\"c\",\"messageId\":\"m\",\"sender\":{\"id\":\"u\"},"
                    + "\"sentAt\":\"2025-03-05T10:00:00Z\",\"text\":\"once\"}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "pretty-array.json, it looks like a JSON array",
        "utf16le.jsonl, it looks like UTF-16 text",
    })
    void aFileInAnotherFormatIsRefused(String sample, String expected) throws IOException {
        Path file = folder.resolve(sample);
        Files.copy(RecognizedEventsTest.class.getResourceAsStream(sample), file);

        assertThatThrownBy(() -> count(file))
                .isInstanceOf(ImportException.class)
                .hasMessageContainingAll(file.toString(), expected, "nothing was published");
    }

    @Test
    void aFileWithoutEventsIsRefused() throws IOException {
        assertRefused("", "is empty");
        assertRefused("\n\n  \n", "is empty");
        assertRefused("[1, 2]\n", "it looks like plain text");
        assertRefused("dear diary\n".repeat(1_000), "it looks like plain text");
        assertRefused("[" + EVENT + "," + EVENT + "]", "it looks like a JSON array", "jq");
        assertRefused("[\n" + EVENT + ",\n" + EVENT + "\n]", "it looks like a JSON array");
        assertRefused("{\"messages\":[\n" + EVENT + "\n]}", "it looks like a JSON object on several lines");
        assertRefused("{\"level\":\"info\"}\n".repeat(3), "does not begin with chat events", "line 1: ");
        assertRefused("{\"text\":\"" + "x".repeat(5_000) + "\"}", "line 1 is larger than event.max.bytes");
    }

    @Test
    void aDamagedBeginningIsReadOverAndKept() throws IOException {
        Path file = Files.writeString(folder.resolve("chat"), "\uFEFF# export\n{broken\n" + EVENT + "\nx\n");

        assertThat(count(file)).isEqualTo(4);
    }

    @Test
    void aByteOrderMarkBeforeTheFirstEventIsAccepted() throws IOException {
        assertThat(count(Files.writeString(folder.resolve("chat"), "\uFEFF" + EVENT + "\n")))
                .isEqualTo(1);
    }

    @Test
    void gzipIsRecognizedByItsFirstBytes() throws IOException {
        Path file = folder.resolve("upper.JSONL.GZ");
        Files.copy(RecognizedEventsTest.class.getResourceAsStream("upper.JSONL.GZ"), file);

        assertThat(count(file)).isEqualTo(1);
    }

    private void assertRefused(String content, String... expected) throws IOException {
        Path file = Files.writeString(folder.resolve("refused"), content);

        assertThatThrownBy(() -> count(file))
                .hasMessageContainingAll(Stream.concat(Stream.of("nothing was published"), Stream.of(expected))
                        .toArray(String[]::new));
    }

    private static long count(Path file) throws IOException {
        ImportRequest request = ImportRequest.of(
                List.of(new ImportFile(file.toString())),
                Optional.of(FormatRegistry.READERS.named(FormatRegistry.JSON_LINES)),
                ReadOptions.limitedTo(MAX_BYTES),
                new ClockSkew(Duration.ofDays(1)),
                refusal -> {});
        AtomicLong count = new AtomicLong();
        ReadingNotes notes = new ReadingNotes(request.rejects());
        try (FileReadings files = new FileReadings(request, notes)) {
            files.read(part -> event -> count.incrementAndGet());
        }
        return count.get();
    }
}
