package io.multichat.app.embedded.connect;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of the embedded Connect worker; all others have Connect's defaults. */
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
        // Maximum time for which a sink may buffer records before it must write and commit them.
        settings.put("offset.flush.interval.ms", "1000");
        putConsumer(settings);
        // The largest dead letter is the largest record that the broker accepts.
        settings.put("producer.max.request.size", "1310720");
        return settings;
    }

    private static void putConsumer(Map<String, String> settings) {
        settings.put("consumer.isolation.level", "read_committed");
        settings.put("consumer.auto.offset.reset", "earliest");
        // The shortest session timeout that the broker allows; after it, the partitions of a killed worker are
        // free again.
        settings.put("consumer.session.timeout.ms", "6000");
        settings.put("consumer.heartbeat.interval.ms", "2000");
        // The broker answers as soon as there are records. Until then, a request waits this long, and each costs CPU
        // on both sides. A stop waits for the last one.
        settings.put("consumer.fetch.max.wait.ms", "2000");
        settings.put("consumer.max.poll.records", "5000");
        // Maximum that one task's consumer fetches into memory, over all partitions.
        settings.put("consumer.fetch.max.bytes", "16777216");
        settings.put("consumer.max.partition.fetch.bytes", "2097152");
    }
}
