package io.multichat.sinks.archive;

import io.multichat.sinks.archive.segment.ArchiveStorage;
import io.multichat.sinks.archive.settings.ArchiveSettings;
import io.multichat.sinks.archive.write.ArchiveStore;
import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.StoreFactory;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Creates the stores that write to the archive. The manifest chains record what is archived; a store resumes where they end and
 * returns there after a failure.
 */
public final class ArchiveStoreFactory implements StoreFactory {
    private final Function<ArchiveSettings, ArchiveStorage> storages;

    /** Creates a factory for the storage that the settings describe. */
    public ArchiveStoreFactory() {
        this(ArchiveSettings::storage);
    }

    /** Creates a factory for another storage, such as a disk that fails on demand. */
    public ArchiveStoreFactory(Function<ArchiveSettings, ArchiveStorage> storages) {
        this.storages = storages;
    }

    @Override
    public ConfiguredStore create(Map<String, String> settings, LongSupplier clockMs) {
        ArchiveSettings archive = ArchiveSettings.of(settings);
        ArchiveStore store = new ArchiveStore(archive, storages.apply(archive), clockMs);
        return new ConfiguredStore(store, archive.topics());
    }
}
