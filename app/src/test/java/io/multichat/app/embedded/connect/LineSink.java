package io.multichat.app.embedded.connect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** A connector that appends each record's value as a line to the file in its setting {@code file}. */
public final class LineSink extends SinkConnector {
    private Map<String, String> settings = Map.of();

    /** A task; the file must exist. */
    public static final class Lines extends SinkTask {
        private Path file = Path.of("");

        @Override
        public String version() {
            return "1";
        }

        @Override
        public void start(Map<String, String> settings) {
            file = Path.of(settings.get("file"));
        }

        @Override
        public void put(Collection<SinkRecord> records) {
            List<String> lines = records.stream()
                    .map(record -> new String((byte[]) record.value(), StandardCharsets.UTF_8))
                    .toList();
            try {
                Files.write(file, lines, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new ConnectException("cannot append to " + file, e);
            }
        }

        @Override
        public void stop() {
            // Nothing is open.
        }
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void start(Map<String, String> given) {
        settings = given;
    }

    @Override
    public Class<? extends Task> taskClass() {
        return Lines.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int most) {
        return List.of(settings);
    }

    @Override
    public void stop() {
        // Nothing is open.
    }

    @Override
    public ConfigDef config() {
        return new ConfigDef()
                .define("file", ConfigDef.Type.STRING, ConfigDef.Importance.HIGH, "The file to append to.");
    }
}
