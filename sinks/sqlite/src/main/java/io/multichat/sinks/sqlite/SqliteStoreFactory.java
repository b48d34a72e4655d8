package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.StoreFactory;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.write.SqliteStore;
import java.util.Map;
import java.util.function.LongSupplier;

/** Creates the stores that write to SQLite files. */
public final class SqliteStoreFactory implements StoreFactory {
    @Override
    public ConfiguredStore create(Map<String, String> settings, LongSupplier clockMs) {
        SqliteSettings sqlite = SqliteSettings.of(settings);
        return new ConfiguredStore(new SqliteStore(sqlite, clockMs), sqlite.topics());
    }
}
