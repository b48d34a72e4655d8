package io.multichat.sinks.core.testing;

import io.multichat.sinks.core.loop.StoreSinkTask;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;

/** Tasks that a connector configures, as in a Connect worker. */
public final class StartedTask {
    private StartedTask() {}

    /** Starts the only task of a connector with these settings; it owns no partitions yet. */
    public static SinkTask of(SinkConnector connector, Map<String, String> settings, WorkerContext context) {
        connector.start(settings);
        SinkTask task = new StoreSinkTask();
        task.initialize(context);
        task.start(connector.taskConfigs(1).get(0));
        return task;
    }
}
