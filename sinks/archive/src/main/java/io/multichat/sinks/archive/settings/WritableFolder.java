package io.multichat.sinks.archive.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Accepts a folder that is writable, or that can be created in a writable one. Creates nothing. */
final class WritableFolder implements ConfigDef.Validator {
    @Override
    public void ensureValid(String setting, Object value) {
        Path folder = parse(setting, value);
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing)) {
            throw new ConfigException(setting, value, "must be a folder, but " + existing + " is not one");
        }
        if (!Files.isWritable(existing)) {
            throw new ConfigException(
                    setting, value, "must be writable, but the worker has no permission to write to " + existing);
        }
    }

    private static Path parse(String setting, Object value) {
        String text = value == null ? "" : value.toString();
        if (text.isBlank()) {
            throw new ConfigException(setting, value, "must be the path of the archive's folder");
        }
        try {
            return Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new ConfigException(setting, value, "must be a path: " + e.getReason());
        }
    }

    @Override
    public String toString() {
        return "a folder that the worker can write";
    }
}
