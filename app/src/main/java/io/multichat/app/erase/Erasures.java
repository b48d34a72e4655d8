package io.multichat.app.erase;

import io.multichat.app.audit.AuditedStores;
import io.multichat.app.data.DataLayout;
import io.multichat.app.settings.ErasureSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.settings.StoreSettings;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.erase.ErasedCheck;
import io.multichat.jobs.erase.ErasureProgress;
import io.multichat.jobs.erase.ErasureRun;
import io.multichat.jobs.erase.ErasureStores;
import io.multichat.jobs.erase.plan.ErasurePlanner;
import io.multichat.jobs.erase.receipt.ReceiptFolder;
import io.multichat.jobs.wait.WaitFor;
import io.multichat.reading.StoreException;
import io.multichat.reading.audit.StoreAudit;
import io.multichat.reading.erase.ErasureSurvey;
import io.multichat.sinks.sqlite.read.SqliteAudit;
import io.multichat.sinks.sqlite.read.SqliteErasureSurvey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The erasures of an installation: its stores, its receipts and its key. */
public final class Erasures implements AutoCloseable {
    private final AuditedStores stores;
    private final DataLayout layout;
    private final ErasureRun.Records records;
    private final Duration settle;
    private final SqliteErasureSurvey survey;

    private Erasures(AuditedStores stores, DataLayout layout, ErasureRun.Records records, Duration settle) {
        this.stores = stores;
        this.layout = layout;
        this.records = records;
        this.settle = settle;
        this.survey = new SqliteErasureSurvey(stores.sqlite());
    }

    /** Opens the stores that are there. */
    public static Erasures of(AuditedStores stores, DataLayout layout, Settings settings) {
        ReceiptFolder receipts = new ReceiptFolder(layout.root());
        Path key = settings.get(ErasureSettings.KEY_FILE).orElseGet(receipts::defaultKey);
        return new Erasures(stores, layout, new ErasureRun.Records(receipts, key), StoreSettings.eraseSettle(settings));
    }

    /** The receipts of the data directory. */
    public ReceiptFolder receipts() {
        return records.folder();
    }

    /**
     * Reads SQLite, which must be on this machine.
     *
     * @throws StoreException if there is no database file
     */
    public ErasureSurvey survey() {
        requireSqlite();
        return survey;
    }

    private void requireSqlite() {
        if (survey.files().isEmpty()) {
            throw new StoreException(
                    StoreException.Verdict.STOP,
                    "there is no SQLite file " + stores.sqlite()
                            + ", which is read to find what to erase; name it with the"
                            + " setting sqlite.file, or name its --data-dir",
                    null);
        }
    }

    /** Plans erasures. */
    public ErasurePlanner planner() {
        return new ErasurePlanner(survey());
    }

    /**
     * Carries out erasures.
     *
     * @param perSecond the maximum number of commands a second
     */
    public ErasureRun run(KafkaAccess kafka, WaitFor wait, int perSecond, ErasureProgress progress) {
        ErasureStores erased = new ErasureStores(survey(), others(), stores.archive(), survey::files);
        return new ErasureRun(new ErasureRun.Target(kafka, wait, erased, settle, perSecond), records, progress);
    }

    /** Checks receipts. The transcript topic is no store: it holds what was erased until its retention has passed. */
    public ErasedCheck check() {
        requireSqlite();
        List<Path> searched = new ArrayList<>(List.of(layout.root(), stores.archive()));
        searched.addAll(SqliteFiles.of(survey.files()));
        return new ErasedCheck(
                stores.withoutTopics().audits(),
                new ErasedCheck.Places(searched, List.of(layout.kafka())),
                records.key());
    }

    @Override
    public void close() {
        survey.close();
    }

    /** The stores that are not SQLite. */
    private List<StoreAudit> others() {
        return stores.withoutTopics().audits().stream()
                .filter(store -> !(store instanceof SqliteAudit))
                .toList();
    }
}
