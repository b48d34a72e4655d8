package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.testing.LargeMessages;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeMessagesTest {
    @TempDir
    private Path folder;

    @Test
    void pagesEndBeforeTheyAreTooLarge() {
        Path file = folder.resolve("chat.db");
        LargeMessages.store(
                new SqliteSinkConnector(),
                Map.of("name", "sqlite-sink", "sqlite.file", file.toString(), "sqlite.search", "false"));

        try (SqliteSessionReader reader = new SqliteSessionReader(file)) {
            LargeMessages.checkPages(reader);
        }
    }
}
