package io.multichat.app.embedded.broker;

import io.multichat.events.text.WholeNumbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files in which Kafka notes how far it has come with its logs. It can find out again, but does not start with a file that a
 * crash of the machine has left damaged, for example full of zeros:
 *
 * <pre>
 * 0
 * 1
 * chat-messages 3 4711
 * </pre>
 *
 * The first line is the version, the second one the number of lines that follow.
 */
final class CheckpointFiles {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFiles.class);
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    private CheckpointFiles() {}

    /** Removes the damaged ones. Call this before the broker starts. */
    static void removeDamaged(Path dataDirectory) throws IOException {
        List<Path> checkpoints;
        try (Stream<Path> files = Files.walk(dataDirectory, 2)) {
            checkpoints = files.filter(file -> file.getFileName().toString().endsWith("-checkpoint"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
        List<Path> damaged = new ArrayList<>();
        for (Path file : checkpoints) {
            if (isDamaged(file)) {
                Files.delete(file);
                damaged.add(file);
            }
        }
        if (!damaged.isEmpty()) {
            LOG.warn(
                    "{} files of Kafka were damaged and are written again, one of them {}",
                    damaged.size(),
                    damaged.get(0));
        }
    }

    private static boolean isDamaged(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        boolean counted = lines.size() >= 2
                && lines.get(0).equals("0")
                && COUNT.matcher(lines.get(1)).matches();
        // An empty file is one without entries.
        return !lines.isEmpty() && (!counted || WholeNumbers.parseInt(lines.get(1)) != lines.size() - 2);
    }
}
