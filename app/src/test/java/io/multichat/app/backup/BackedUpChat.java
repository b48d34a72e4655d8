package io.multichat.app.backup;

import io.multichat.app.audit.AuditedChat;
import io.multichat.app.audit.AuditedStores;
import io.multichat.jobs.backup.BackupReport;
import io.multichat.jobs.backup.BackupRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Stores that their sinks have written, a folder for their backup, and places to restore it. */
final class BackedUpChat implements AutoCloseable {
    final AuditedChat chat;
    final Path backup;
    private final Path folder;

    BackedUpChat(Path folder) {
        this.folder = folder;
        this.chat = new AuditedChat(folder).written();
        this.backup = folder.resolve("backup");
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

    /** Stops Redis. */
    @Override
    public void close() {
        chat.close();
    }
}
