package io.multichat.sinks.archive.testing;

import io.multichat.events.Topics;
import io.multichat.sinks.archive.ArchiveStoreFactory;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.LocalFiles;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.FrameBuffers;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.settings.ArchiveSettings;
import io.multichat.sinks.core.loop.StoreSinkTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** An archive in a folder, the topics that it is written from, and the workers that write it. */
public final class TestArchive {
    public static final TopicPartition TRANSCRIPT = new TopicPartition(Topics.TRANSCRIPT, 0);
    public static final TopicPartition SESSIONS = new TopicPartition(Topics.SESSIONS, 0);

    public final Path root;
    public final AtomicLong clockMs = new AtomicLong(1);
    public final Map<TopicPartition, List<SinkRecord>> topics = new HashMap<>();
    public final Map<TopicPartition, Long> groupOffsets = new HashMap<>();
    public final Map<String, String> settings = new TreeMap<>();

    public TestArchive(Path root) {
        this.root = root;
        settings.put("archive.dir", root.toString());
        topics.put(TRANSCRIPT, new ArrayList<>());
        topics.put(SESSIONS, new ArrayList<>());
    }

    public TestArchive set(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    public void add(SinkRecord record) {
        topics.computeIfAbsent(new TopicPartition(record.topic(), record.kafkaPartition()), source -> new ArrayList<>())
                .add(record);
    }

    /** The offset of the next record of a partition. */
    long end(TopicPartition source) {
        return topics.computeIfAbsent(source, absent -> new ArrayList<>()).size();
    }

    public Worker worker() {
        return worker(new Faults());
    }

    /** A worker on a disk that can fail. Its frames are small enough to be written before a commit. */
    public Worker worker(Faults faults) {
        ArchiveStoreFactory stores = new ArchiveStoreFactory(checked -> new ArchiveStorage(
                new ArchiveLayout(checked.root()),
                new FaultyFiles(new LocalFiles(checked.openFiles()), faults),
                checked.compression(),
                checked.compression().encoder(),
                new FrameBuffers(500, 1_500)));
        return new Worker(this, new StoreSinkTask(stores, clockMs::get), settings);
    }

    /** The storage that a task would have with these settings. */
    public ArchiveStorage storage() {
        return ArchiveSettings.of(settings).storage();
    }

    public ArchiveReader reader() {
        return new ArchiveReader(root);
    }

    public List<Segment> segments(ArchiveKind kind) {
        try {
            return reader().segments(kind, 0, Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files in the visible folders, relative to the root. */
    public TreeSet<String> visibleFiles() throws IOException {
        TreeSet<String> files = new TreeSet<>();
        for (ArchiveKind kind : ArchiveKind.values()) {
            Path folder = root.resolve(kind.folder());
            if (Files.exists(folder)) {
                try (Stream<Path> paths = Files.walk(folder)) {
                    paths.filter(Files::isRegularFile)
                            .forEach(file -> files.add(root.relativize(file).toString()));
                }
            }
        }
        return files;
    }
}
