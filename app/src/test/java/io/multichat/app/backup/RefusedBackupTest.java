package io.multichat.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.audit.AuditedStores;
import io.multichat.jobs.backup.BackupException;
import io.multichat.jobs.backup.RestoreRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing is backed up from damaged stores, and nothing is restored from a backup that is not as it was made. */
class RefusedBackupTest {
    @RegisterExtension
    final BackedUpChat chat = new BackedUpChat();

    @Test
    void aBackupThatWasChangedIsRefusedBeforeAnythingIsWritten() throws Exception {
        chat.backUp();
        Path database = chat.backup.resolve("sqlite/sessions.db");
        Files.write(database, new byte[] {0}, StandardOpenOption.APPEND);

        refused("sessions.db was changed since the backup was made");
        Files.delete(database);
        refused("sessions.db is missing from the backup");
    }

    @Test
    void aBackupWithAFileOfOthersOrWithoutItsEndIsRefused() throws Exception {
        chat.backUp();
        Path added = Files.createFile(chat.backup.resolve("archive/transcript/more.jsonl.zst"));

        refused("does not belong to the backup");
        Files.delete(added);
        Files.delete(chat.backup.resolve("backup.json"));
        refused("not a backup, or one that was not completed");
    }

    @Test
    void neitherABackupNorAStoreIsOverwritten() {
        chat.backUp();

        assertThatThrownBy(chat::backUp).isInstanceOf(BackupException.class).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> new RestoreRun(chat.original().backups()).run(chat.backup))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("the store sqlite exists already");
    }

    @Test
    void aDamagedArchiveIsNotBackedUp() throws Exception {
        try (Stream<Path> files = Files.walk(chat.chat.archive.resolve("transcript"))) {
            Files.delete(files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }

        assertThatThrownBy(chat::backUp).hasMessageContaining("is missing, but a manifest says that it was committed");
        refused("not completed");
    }

    private void refused(String why) throws IOException {
        AuditedStores target = chat.elsewhere("refused");
        assertThatThrownBy(() -> new RestoreRun(target.backups()).run(chat.backup))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(why);
        assertThat(target.sqlite()).doesNotExist();
        assertThat(target.archive()).doesNotExist();
    }
}
