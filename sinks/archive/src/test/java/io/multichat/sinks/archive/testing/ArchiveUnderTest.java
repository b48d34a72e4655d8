package io.multichat.sinks.archive.testing;

import io.multichat.events.ChatEvent;
import io.multichat.reading.SessionReader;
import io.multichat.sinks.archive.ArchiveStoreFactory;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.files.LocalFiles;
import io.multichat.sinks.archive.read.ArchiveSessionReader;
import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.segment.FrameBuffers;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.StoreFactory;
import io.multichat.sinks.core.conformance.Aspect;
import io.multichat.sinks.core.conformance.Circumstances;
import io.multichat.sinks.core.conformance.Scratch;
import io.multichat.sinks.core.conformance.SinkUnderTest;
import io.multichat.sinks.core.conformance.Traits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** A task with its own archive, on a disk that fails on request. */
public final class ArchiveUnderTest implements SinkUnderTest {
    private final Path root = Scratch.create("multichat-archive");
    private final DiskTrouble trouble = new DiskTrouble();

    @Override
    public StoreFactory stores() {
        Faults faults = trouble.ofNewTask();
        return new ArchiveStoreFactory(checked -> new ArchiveStorage(
                new ArchiveLayout(checked.root()),
                new FaultyFiles(new LocalFiles(checked.openFiles()), faults),
                checked.compression(),
                checked.compression().encoder(),
                new FrameBuffers(500, 1_500)));
    }

    @Override
    public LongSupplier clockMs() {
        return trouble.clockMs::get;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "name", "conformance",
                "archive.dir", root.toString(),
                "archive.commit.records", "7",
                "archive.commit.interval", "5s",
                "archive.open.files", "2");
    }

    @Override
    public Circumstances circumstances() {
        return trouble;
    }

    @Override
    public Traits traits() {
        return new Traits(
                Set.of(Aspect.RECORDS), ArchiveUnderTest::isBeyondAllYears, false, true, false, Traits.Loss.NEVER);
    }

    @Override
    public List<String> contents(Aspect aspect) {
        return new SegmentContents(root).records();
    }

    @Override
    public List<String> faults() {
        return new SegmentContents(root).faults();
    }

    @Override
    public Optional<SessionReader> reader() {
        return Optional.of(new ArchiveSessionReader(root));
    }

    @Override
    public void close() {
        Scratch.remove(root);
    }

    private static boolean isBeyondAllYears(SinkEntry entry) {
        return entry instanceof SinkEntry.Snapshot snapshot
                && snapshot.snapshot().sessionId().t0() > ChatEvent.MAX_TIME;
    }
}
