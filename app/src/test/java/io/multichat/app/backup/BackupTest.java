package io.multichat.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.audit.AuditedChat;
import io.multichat.app.audit.AuditedStores;
import io.multichat.jobs.backup.BackupException;
import io.multichat.jobs.backup.BackupReport;
import io.multichat.jobs.backup.BackupRun;
import io.multichat.jobs.backup.RestoreRun;
import io.multichat.jobs.verify.VerifyReport;
import io.multichat.jobs.verify.VerifyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that their sinks have written, backed up and restored elsewhere. */
class BackupTest {
    @TempDir
    private Path folder;

    private AuditedChat chat;
    private Path backup;

    @BeforeEach
    void writeAllStores() {
        chat = new AuditedChat(folder).written();
        backup = folder.resolve("backup");
    }

    @AfterEach
    void stopRedis() {
        chat.close();
    }

    @Test
    void restoredStoresAgreeWithEachOtherAndKnowTheirPositions() {
        BackupReport made = backUp();
        AuditedStores restored = elsewhere("restored");

        BackupReport report = new RestoreRun(restored.backups()).run(backup);

        assertThat(report).isEqualTo(made);
        assertThat(made.stores().get("sqlite").positions())
                .isEqualTo(made.stores().get("archive").positions());
        VerifyReport verified = new VerifyRun(restored.audits(), folder).run();
        assertThat(verified.differences()).isEmpty();
        assertThat(verified.stores().get("sqlite")).isEqualTo(new VerifyReport.Held(5, 2));
        assertThat(verified.stores().get("archive")).isEqualTo(new VerifyReport.Held(5, 2));
    }

    @Test
    void aTransactionThatIsOpenMeanwhileIsNotInTheBackupAndDoesNotDelayIt() throws Exception {
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + chat.sqlite);
                Statement statement = writer.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.executeUpdate("DELETE FROM messages");

            backUp();
        }
        AuditedStores restored = elsewhere("restored");
        new RestoreRun(restored.backups()).run(backup);

        assertThat(new VerifyRun(restored.audits(), folder).run().differences()).isEmpty();
    }

    @Test
    void aBackupThatWasChangedIsRefusedBeforeAnythingIsWritten() throws Exception {
        backUp();
        Path database = backup.resolve("sqlite/sessions.db");
        Files.write(database, new byte[] {0}, StandardOpenOption.APPEND);

        refused("sessions.db was changed since the backup was made");
        Files.delete(database);
        refused("sessions.db is missing from the backup");
    }

    @Test
    void aBackupWithAFileOfOthersOrWithoutItsEndIsRefused() throws Exception {
        backUp();
        Path added = Files.createFile(backup.resolve("archive/transcript/more.jsonl.zst"));

        refused("does not belong to the backup");
        Files.delete(added);
        Files.delete(backup.resolve("backup.json"));
        refused("not a backup, or one that was not completed");
    }

    @Test
    void neitherABackupNorAStoreIsOverwritten() {
        backUp();

        assertThatThrownBy(this::backUp).isInstanceOf(BackupException.class).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> new RestoreRun(original().backups()).run(backup))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("the store sqlite exists already");
    }

    @Test
    void aDamagedArchiveIsNotBackedUp() throws Exception {
        try (Stream<Path> files = Files.walk(chat.archive.resolve("transcript"))) {
            Files.delete(files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }

        assertThatThrownBy(this::backUp).hasMessageContaining("is missing, but a manifest says that it was committed");
        refused("not completed");
    }

    private BackupReport backUp() {
        return new BackupRun(original().backups(), "test").run(backup);
    }

    private void refused(String why) throws IOException {
        AuditedStores target = elsewhere("refused");
        assertThatThrownBy(() -> new RestoreRun(target.backups()).run(backup))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(why);
        assertThat(target.sqlite()).doesNotExist();
        assertThat(target.archive()).doesNotExist();
    }

    private AuditedStores original() {
        return new AuditedStores(Optional.empty(), chat.archive, chat.sqlite, Map.of());
    }

    private AuditedStores elsewhere(String name) {
        Path target = folder.resolve(name);
        return new AuditedStores(Optional.empty(), target.resolve("archive"), target.resolve("chat.db"), Map.of());
    }
}
