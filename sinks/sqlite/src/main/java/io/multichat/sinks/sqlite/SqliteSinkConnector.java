package io.multichat.sinks.sqlite;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkVersion;
import io.multichat.sinks.core.loop.StoreFactorySetting;
import io.multichat.sinks.core.loop.StoreSinkTask;
import io.multichat.sinks.core.settings.ConnectorCheck;
import io.multichat.sinks.sqlite.file.FileCheck;
import io.multichat.sinks.sqlite.settings.Layout;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.write.OffsetReset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;

/** The connector that keeps transcript and sessions in SQLite files. */
public final class SqliteSinkConnector extends SinkConnector {
    private Map<String, String> properties = Map.of();

    @Override
    public String version() {
        return SinkVersion.get();
    }

    @Override
    public void start(Map<String, String> settings) {
        properties = Map.copyOf(settings);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return StoreSinkTask.class;
    }

    /** A file has one writer at a time, so several tasks on the same file would only wait for each other. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        boolean single = SqliteSettings.of(properties).layout() == Layout.SINGLE;
        return StoreFactorySetting.addTo(properties, SqliteStoreFactory.class, single ? 1 : maxTasks);
    }

    @Override
    public ConfigDef config() {
        return SqliteSettings.define();
    }

    @Override
    public Config validate(Map<String, String> settings) {
        return ConnectorCheck.run(
                config(), settings, SqliteSettings.FILE, () -> FileCheck.problem(SqliteSettings.of(settings)));
    }

    /** Also sets the offsets in the files, because tasks resume from those. */
    @Override
    public boolean alterOffsets(Map<String, String> settings, Map<TopicPartition, Long> offsets) {
        try {
            OffsetReset.apply(SqliteSettings.of(settings), offsets);
            return true;
        } catch (StoreException e) {
            throw new ConnectException(e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        // The task owns the file.
    }
}
