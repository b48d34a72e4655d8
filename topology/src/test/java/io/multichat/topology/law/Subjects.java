package io.multichat.topology.law;

import io.multichat.topology.settings.TopologySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Utils;

/** Opens subjects, names the runs on them, and closes them. */
final class Subjects implements AutoCloseable {
    private final List<Subject> opened = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();
    private final AtomicInteger runs = new AtomicInteger();

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

    /**
     * A run with conversations of its own. One run at a time per subject: when shrinking takes too long, jqwik starts the
     * next property while the last try still runs.
     */
    void run(Subject subject, Consumer<LawRun> events) {
        synchronized (subject) {
            events.accept(new LawRun(subject, "run " + runs.getAndIncrement()));
        }
    }

    @Override
    public void close() {
        for (Subject each : opened) {
            synchronized (each) {
                each.close();
            }
        }
        try {
            for (Path each : directories) {
                Utils.delete(each.toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
