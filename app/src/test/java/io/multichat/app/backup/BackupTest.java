package io.multichat.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.audit.AuditedStores;
import io.multichat.jobs.backup.BackupReport;
import io.multichat.jobs.backup.RestoreRun;
import io.multichat.jobs.verify.VerifyReport;
import io.multichat.jobs.verify.VerifyRun;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Stores that their sinks have written, backed up and restored elsewhere. */
class BackupTest {
    @RegisterExtension
    final BackedUpChat chat = new BackedUpChat();

    @Test
    void restoredStoresAgreeWithEachOtherAndKnowTheirPositions() {
        BackupReport made = chat.backUp();
        AuditedStores restored = chat.elsewhere("restored");

        BackupReport report = new RestoreRun(restored.backups()).run(chat.backup);

        assertThat(report).isEqualTo(made);
        assertThat(made.stores().get("sqlite").positions())
                .isEqualTo(made.stores().get("archive").positions());
        VerifyReport verified = new VerifyRun(restored.audits(), chat.folder, Duration.ZERO).run();
        assertThat(verified.differences()).isEmpty();
        assertThat(verified.stores().get("sqlite")).isEqualTo(new VerifyReport.Held(5, 2));
        assertThat(verified.stores().get("archive")).isEqualTo(new VerifyReport.Held(5, 2));
    }

    @Test
    void aTransactionThatIsOpenMeanwhileIsNotInTheBackupAndDoesNotDelayIt() throws Exception {
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + chat.chat.sqlite);
                Statement statement = writer.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.executeUpdate("DELETE FROM messages");

            chat.backUp();
        }
        AuditedStores restored = chat.elsewhere("restored");
        new RestoreRun(restored.backups()).run(chat.backup);

        assertThat(new VerifyRun(restored.audits(), chat.folder, Duration.ZERO)
                        .run()
                        .differences())
                .isEmpty();
    }
}
