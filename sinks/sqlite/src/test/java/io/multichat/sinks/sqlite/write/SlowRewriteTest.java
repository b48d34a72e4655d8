package io.multichat.sinks.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.core.testing.CanaryRecords;
import io.multichat.sinks.sqlite.file.SqliteFile;
import io.multichat.sinks.sqlite.settings.SqliteSettings;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file whose rewrite takes longer than {@code sqlite.erase.settle}, which is 60 seconds. */
class SlowRewriteTest {
    private static final long COLLECT_MS = 10_000;
    private static final long SETTLE_MS = 60_000;
    private static final long REWRITE_MS = Duration.ofMinutes(7).toMillis();

    private final StoreFile file = new StoreFile();
    private final AtomicLong clockMs = new AtomicLong();

    @AfterEach
    void deleteFile() {
        file.close();
    }

    @Test
    void theNextRewriteBeginsNoSoonerThanThatAfterItsEnd() throws SQLException {
        try (RunningTask task = RunningTask.on(file.path())) {
            task.put(CanaryRecords.chat());
            task.put(CanaryRecords.personErased(9));
            SqliteSettings settings = SqliteSettings.of(RunningTask.settings(file.path()));
            try (Connection connection = SqliteFile.openWriter(file.path(), settings.busyTimeout())) {
                ErasureCleanup cleanup = new ErasureCleanup(connection, file.path(), settings);
                assertThat(cleanup.run(clockMs::get)).isEqualTo(COLLECT_MS);
                clockMs.addAndGet(COLLECT_MS);
                cleanup.run(this::laterByARewrite);
                assertThat(cleaned()).isEqualTo("1");

                task.put(CanaryRecords.sessionDeleted(10, CanaryRecords.NOON + 4_999));
                cleanup.noteErased(true);

                long untilDueMs = cleanup.run(clockMs::get);
                assertThat(clockMs.get() + untilDueMs).isEqualTo(COLLECT_MS + REWRITE_MS + SETTLE_MS);
                clockMs.addAndGet(untilDueMs);
                cleanup.run(clockMs::get);
                assertThat(cleaned()).isEqualTo("2");
            }
        }
    }

    /** The first look is before the rewrite; each one after it finds that the rewrite has taken its time. */
    private long laterByARewrite() {
        return clockMs.getAndUpdate(now -> COLLECT_MS + REWRITE_MS);
    }

    private String cleaned() {
        return file.rows("SELECT cleaned FROM erasure_cleanup").get(0);
    }
}
