package io.multichat.topology.law;

import io.multichat.topology.settings.TopologySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.common.utils.Utils;

/** Opens subjects, names the runs on them, and closes them. */
final class Subjects implements AutoCloseable {
    private final List<Subject> opened = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();
    private int runs;

    Subject open(BiFunction<Path, TopologySettings, Subject> kind, TopologySettings settings) {
        try {
            Path directory = Files.createTempDirectory("session-law");
            directories.add(directory);
            Subject subject = kind.apply(directory, settings);
            opened.add(subject);
            return subject;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run with conversations of its own. */
    LawRun run(Subject subject) {
        return new LawRun(subject, "run " + runs++);
    }

    @Override
    public void close() {
        opened.forEach(Subject::close);
        try {
            for (Path each : directories) {
                Utils.delete(each.toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
