package io.multichat.sinks.sqlite.testing;

import io.multichat.reading.SessionReader;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.StoreFactory;
import io.multichat.sinks.core.conformance.Aspect;
import io.multichat.sinks.core.conformance.Circumstances;
import io.multichat.sinks.core.conformance.SinkUnderTest;
import io.multichat.sinks.core.conformance.Traits;
import io.multichat.sinks.sqlite.SqliteStoreFactory;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The sink with its own file. */
public final class SqliteUnderTest implements SinkUnderTest {
    private final StoreFile file = new StoreFile();
    private final FileTrouble trouble = new FileTrouble(file);

    @Override
    public StoreFactory stores() {
        return new SqliteStoreFactory();
    }

    @Override
    public LongSupplier clockMs() {
        return trouble.clockMs::get;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "name",
                "conformance",
                "sqlite.file",
                file.path().toString(),
                "sqlite.busy.timeout",
                "0ms",
                "sqlite.erase.settle",
                "0ms");
    }

    @Override
    public Circumstances circumstances() {
        return trouble;
    }

    @Override
    public Traits traits() {
        return new Traits(
                EnumSet.complementOf(EnumSet.of(Aspect.RECORDS)),
                SqliteUnderTest::isInverted,
                true,
                true,
                false,
                Traits.Loss.UNUSED);
    }

    @Override
    public List<String> contents(Aspect aspect) {
        return Files.exists(file.path()) ? new TableContents(file).lines(aspect) : List.of();
    }

    @Override
    public List<String> faults() {
        return new TableFaults(file).all();
    }

    @Override
    public Optional<SessionReader> reader() {
        return Optional.of(new SqliteSessionReader(file.path()));
    }

    @Override
    public void close() {
        trouble.heal();
        file.close();
    }

    private static boolean isInverted(SinkEntry entry) {
        return entry instanceof SinkEntry.Snapshot snapshot
                && snapshot.snapshot().span().lastMessageAt()
                        < snapshot.snapshot().span().startedAt();
    }
}
