package io.multichat.sinks.archive;

import io.multichat.sinks.archive.read.ArchiveSessionReader;
import io.multichat.sinks.core.testing.LargeMessages;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeMessagesTest {
    @TempDir
    private Path root;

    @Test
    void pagesEndBeforeTheyAreTooLarge() {
        LargeMessages.store(
                new ArchiveSinkConnector(), Map.of("archive.dir", root.toString(), "archive.commit.records", "1"));

        try (ArchiveSessionReader reader = new ArchiveSessionReader(root)) {
            LargeMessages.checkPages(reader);
        }
    }
}
