package io.multichat.sinks.archive;

import io.multichat.sinks.archive.settings.ArchiveSettings;
import io.multichat.sinks.archive.settings.FolderCheck;
import io.multichat.sinks.core.SinkVersion;
import io.multichat.sinks.core.loop.StoreFactorySetting;
import io.multichat.sinks.core.loop.StoreSinkTask;
import io.multichat.sinks.core.settings.ConnectorCheck;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Archives the transcript and the sessions exactly once, as compressed JSON Lines. Any number of tasks shares one archive. */
public final class ArchiveSinkConnector extends SinkConnector {
    private Map<String, String> properties = Map.of();

    @Override
    public String version() {
        return SinkVersion.get();
    }

    @Override
    public ConfigDef config() {
        return ArchiveSettings.definition();
    }

    @Override
    public Config validate(Map<String, String> settings) {
        return ConnectorCheck.run(
                config(),
                settings,
                ArchiveSettings.DIR,
                () -> FolderCheck.problem(ArchiveSettings.of(settings).root()));
    }

    @Override
    public Class<? extends Task> taskClass() {
        return StoreSinkTask.class;
    }

    @Override
    public void start(Map<String, String> props) {
        properties = Map.copyOf(props);
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return StoreFactorySetting.addTo(properties, ArchiveStoreFactory.class, maxTasks);
    }

    @Override
    public void stop() {
        // Nothing to release.
    }
}
