package io.multichat.app.backup;

import io.multichat.app.audit.AuditedChat;
import io.multichat.app.audit.AuditedStores;
import io.multichat.jobs.backup.BackupReport;
import io.multichat.jobs.backup.BackupRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For each test, stores that their sinks have written, a folder for their backup, and places to restore it. */
final class BackedUpChat implements BeforeEachCallback, AfterEachCallback {
    AuditedChat chat;
    Path backup;
    Path folder;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        folder = Files.createTempDirectory("backup");
        chat = new AuditedChat(folder).written();
        backup = folder.resolve("backup");
    }

    AuditedStores original() {
        return new AuditedStores(Optional.empty(), chat.archive, chat.sqlite, Map.of());
    }

    /** Stores that do not exist yet. */
    AuditedStores elsewhere(String name) {
        Path target = folder.resolve(name);
        return new AuditedStores(Optional.empty(), target.resolve("archive"), target.resolve("chat.db"), Map.of());
    }

    BackupReport backUp() {
        return new BackupRun(original().backups(), "test").run(backup);
    }

    /** Stops Redis and deletes the files. */
    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        chat.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
