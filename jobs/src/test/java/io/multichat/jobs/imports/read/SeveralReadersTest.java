package io.multichat.jobs.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.ChatEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.formats.FileEvent;
import io.multichat.formats.ReadOptions;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.imports.source.ImportException;
import io.multichat.jobs.imports.source.ImportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files that are read at the same time. */
class SeveralReadersTest {
    private static final int FILES = 30;
    private static final int LINES = 200;
    private static final String EVENT = "{\"platform\":\"irc\",\"channel\":\"c%d\",\"messageId\":\"%d\","
            + "\"sender\":{\"id\":\"u\"},\"sentAt\":\"2001-01-01T00:00:00Z\"}%n";

    @TempDir
    Path folder;

    private final Map<Part, List<ChatEvent>> received = Collections.synchronizedMap(new TreeMap<>());
    private final List<Part> ended = Collections.synchronizedList(new ArrayList<>());
    private final PartReceiver receiver = new PartReceiver() {
        @Override
        public Consumer<FileEvent> begin(Part part) {
            List<ChatEvent> events = new ArrayList<>();
            received.put(part, events);
            return event -> events.add(new EventDecoder().decode(event.value().orElseThrow()));
        }

        @Override
        public void end(Part part) {
            ended.add(part);
        }
    };

    @BeforeEach
    void writeFiles() throws IOException {
        for (int i = 0; i < FILES; i++) {
            StringBuilder lines = new StringBuilder();
            for (int line = 0; line < LINES; line++) {
                lines.append(EVENT.formatted(i, line));
            }
            Files.writeString(folder.resolve("chat" + (10 + i) + ".jsonl"), lines);
        }
    }

    @Test
    void theFilesOfAFolderArePartsThatKeepTheirOrder() throws IOException {
        read(4, folder);

        assertThat(received).hasSize(FILES);
        assertThat(ended).hasSize(FILES);
        received.forEach((part, events) -> {
            assertThat(events).hasSize(LINES);
            for (int i = 0; i < LINES; i++) {
                assertThat(events.get(i).messageId()).hasValue(String.valueOf(i));
                assertThat(events.get(i).conversation().channel()).isEqualTo("c" + part.number());
            }
        });
    }

    @Test
    void aFileThatFailsIsNamedAndTheOthersAreRead() throws IOException {
        Path damaged = folder.resolve("chat15.jsonl");
        byte[] gzip = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3};
        Files.write(damaged, gzip);
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.sorted().toList();
        }

        ReadingReport report = read(4, files.toArray(Path[]::new));

        assertThat(received.values())
                .filteredOn(events -> events.size() == LINES)
                .hasSize(FILES - 1);
        assertThat(report.firstRefused()).singleElement().asString().contains("chat15.jsonl");
    }

    @Test
    void aReceiverThatFailsEndsTheImport() {
        PartReceiver failing = part -> event -> {
            throw new IllegalStateException("no Kafka");
        };

        assertThatThrownBy(() -> read(4, failing, folder)).hasMessage("no Kafka");
        assertThatThrownBy(() -> read(
                        4,
                        part -> event -> {
                            throw new OutOfMemoryError("full");
                        },
                        folder))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("full");
    }

    @Test
    void filesOfTheSameNameAreDifferentChats() throws IOException {
        String turns =
                "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"},{\"role\":\"assistant\",\"content\":\"ho\"}]}\n";
        for (String name : List.of("a/talk.jsonl", "b/talk.jsonl", "b/other.jsonl")) {
            Path file = folder.resolve("named").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, turns);
        }

        ReadingReport report = read(1, folder.resolve("named"));

        assertThat(received.values().stream()
                        .flatMap(List::stream)
                        .map(event -> event.conversation().channel())
                        .distinct())
                .containsExactlyInAnyOrder("a/talk", "b/talk", "other");
        assertThat(report.assumed())
                .anyMatch(sentence -> sentence.contains("named/a/talk.jsonl is the channel a/talk"));
    }

    private ReadingReport read(int jobs, Path... paths) throws IOException {
        return read(jobs, receiver, paths);
    }

    private static ReadingReport read(int jobs, PartReceiver receiver, Path... paths) throws IOException {
        ImportRequest request = ImportRequest.of(
                        Stream.of(paths)
                                .map(path -> new ImportFile(path.toString()))
                                .toList(),
                        Optional.empty(),
                        new ReadOptions(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Instant.EPOCH),
                                Optional.of(Duration.ofMinutes(1)),
                                1 << 20,
                                Map.of()),
                        new ClockSkew(Duration.ofDays(1)),
                        refusal -> {})
                .with(jobs, Optional.empty());
        ReadingNotes notes = new ReadingNotes(request.rejects());
        try (FileReadings files = new FileReadings(request, notes)) {
            files.read(receiver);
        }
        assertThat(request.meter().share().orElse(1)).isBetween(0.0, 1.0);
        return notes.report();
    }
}
