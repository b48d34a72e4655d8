package io.multichat.app.embedded.connect;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of the embedded Connect worker. What is not here is Connect's default. */
final class ConnectSettings {
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    private ConnectSettings() {}

    static Map<String, String> of(String bootstrapServers, Path pluginsDirectory, Path offsetsFile) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("plugin.path", pluginsDirectory.toString());
        settings.put("plugin.discovery", "service_load");
        settings.put("key.converter", BYTES);
        settings.put("value.converter", BYTES);
        settings.put("header.converter", BYTES);
        settings.put("offset.storage.file.filename", offsetsFile.toString());
        // How long a sink may hold records back before it must write and commit them.
        settings.put("offset.flush.interval.ms", "1000");
        putConsumer(settings);
        // A dead letter may be as long as what the broker takes.
        settings.put("producer.max.request.size", "1310720");
        return settings;
    }

    private static void putConsumer(Map<String, String> settings) {
        settings.put("consumer.isolation.level", "read_committed");
        settings.put("consumer.auto.offset.reset", "earliest");
        // The shortest that the broker allows: a killed worker's partitions are free again after it.
        settings.put("consumer.session.timeout.ms", "6000");
        settings.put("consumer.heartbeat.interval.ms", "2000");
        settings.put("consumer.max.poll.records", "5000");
        // What one task's consumer may hold in memory, all partitions together.
        settings.put("consumer.fetch.max.bytes", "16777216");
        settings.put("consumer.max.partition.fetch.bytes", "2097152");
    }
}
