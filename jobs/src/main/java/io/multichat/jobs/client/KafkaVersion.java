package io.multichat.jobs.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;

/** The version of the Kafka libraries, as kafka-clients states it in its jar. */
public final class KafkaVersion {
    private static final String FILE = "/kafka/kafka-version.properties";

    private KafkaVersion() {}

    public static String get() {
        Properties properties = new Properties();
        try (InputStream file = Admin.class.getResourceAsStream(FILE)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
