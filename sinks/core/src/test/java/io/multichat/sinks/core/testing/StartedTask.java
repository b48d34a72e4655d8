package io.multichat.sinks.core.testing;

import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;

/** Creates, configures and starts tasks as a Connect worker does. */
public final class StartedTask {
    private StartedTask() {}

    /** Starts the only task of a connector with these settings; it owns no partitions yet. */
    public static SinkTask of(SinkConnector connector, Map<String, String> settings, WorkerContext context) {
        connector.start(settings);
        SinkTask task = (SinkTask) Utils.newInstance(connector.taskClass());
        task.initialize(context);
        task.start(connector.taskConfigs(1).get(0));
        return task;
    }
}
