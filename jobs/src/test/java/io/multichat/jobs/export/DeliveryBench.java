package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.formats.write.WriteOptions;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.export.delivery.Compression;
import io.multichat.jobs.export.delivery.FileTemplate;
import io.multichat.jobs.export.source.ArchiveSource;
import io.multichat.jobs.export.source.ExportSource;
import io.multichat.jobs.export.stage.ExportSelection;
import io.multichat.jobs.testing.ArchivedChat;
import io.multichat.jobs.testing.Chat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An archive, and folders to which it is exported. */
record DeliveryBench(Path folder) {
    static final long T = 1_700_000_000_000L;
    static final DeliveryRequest.Files PLAIN = DeliveryRequest.Files.DEFAULTS;

    Path archive() {
        return folder.resolve("archive");
    }

    /** Archives one session of the given number of messages for each conversation. */
    void archive(int messages, Conversation... conversations) {
        try (ArchivedChat chat = new ArchivedChat(archive())) {
            for (Conversation conversation : conversations) {
                ChatEvent first = Chat.message(conversation, "m0", T);
                for (int i = 0; i < messages; i++) {
                    chat.message(conversation, "m" + i, T + i, 0);
                }
                chat.announced(
                        Chat.session(first, Chat.closed(T + messages), Chat.span(T, T + messages - 1), messages, 1));
            }
        }
    }

    ExportReport deliver(String to, DeliveryRequest.Files files, String... formats) {
        return new DeliveryRun(
                        request(new ArchiveSource(new ArchiveAccess(archive())), files, formats), path(to), false)
                .run();
    }

    DeliveryRequest request(ExportSource source, DeliveryRequest.Files files, String... formats) {
        return new DeliveryRequest(
                source,
                ExportSelection.EVERYTHING,
                Arrays.stream(formats).map(ExportFormats.ALL::named).toList(),
                WriteOptions.DEFAULTS,
                files);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    static DeliveryRequest.Files named(String template) {
        return new DeliveryRequest.Files(Optional.of(new FileTemplate(template)), SplitLimits.NONE, Compression.NONE);
    }

    /** The files of a delivery with their content. */
    Map<String, String> files(String name) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(path(name))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(
                        path(name).relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }
}
