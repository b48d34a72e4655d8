package io.multichat.jobs.erase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.erase.plan.ErasureException;
import io.multichat.jobs.erase.plan.ErasurePlan;
import io.multichat.jobs.erase.plan.ErasurePlanner;
import io.multichat.jobs.erase.plan.ErasureRequest;
import io.multichat.jobs.erase.plan.PlannedErasure;
import io.multichat.jobs.erase.receipt.ReceiptFolder;
import io.multichat.jobs.erase.receipt.ReceiptSignature;
import io.multichat.jobs.erase.receipt.SigningKey;
import io.multichat.jobs.wait.WaitFor;
import io.multichat.reading.erase.EntryCounts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Erases a person or sessions and signs a receipt. Publishes one command for each conversation or session, waits until the topology and all
 * stores have applied them, and repeats that for conversations that appeared in the meantime. Interrupted at any point, it can be resumed;
 * repeating it is safe. For one thread.
 */
public final class ErasureRun {
    private final Target target;
    private final Records records;
    private final ErasureProgress progress;
    private final ErasurePlanner planner;
    private final StoreContents contents;

    /**
     * Where it erases.
     *
     * @param kafka where the commands go
     * @param waitFor the server, the sinks and the archive to wait for
     * @param stores what is read to plan and to check
     * @param settle how long SQLite may put off cleaning its file
     * @param perSecond the maximum number of commands a second
     */
    public record Target(KafkaAccess kafka, WaitFor waitFor, ErasureStores stores, Duration settle, int perSecond) {}

    /**
     * Where it keeps records.
     *
     * @param folder receipts and journals
     * @param key the file of the key that signs receipts; created if it does not exist
     */
    public record Records(ReceiptFolder folder, Path key) {}

    public ErasureRun(Target target, Records records, ErasureProgress progress) {
        this.target = target;
        this.records = records;
        this.progress = progress;
        this.planner = new ErasurePlanner(target.stores().survey());
        this.contents = new StoreContents(target.stores());
    }

    /**
     * Erases what was planned, and what appears meanwhile.
     *
     * @param plan of the same request; at least one of its erasures is not on hold
     * @return the receipt, which is stored
     * @throws io.multichat.jobs.wait.WaitFailedException when a wait makes no progress; the erasure can be resumed
     */
    public ObjectNode run(ErasureRequest request, ErasurePlan plan) {
        return resume(begin(request, plan));
    }

    /**
     * Notes an erasure, which {@link #resume} then carries out.
     *
     * @param plan of the same request; at least one of its erasures is not on hold
     * @return its id
     */
    public String begin(ErasureRequest request, ErasurePlan plan) {
        if (plan.isHeld()) {
            throw new ErasureException("nothing can be erased: everything is on hold, or nothing was found");
        }
        // Without a key, the erasure would end without a receipt.
        SigningKey.of(records.key());
        ErasureJournal journal = ErasureJournal.begin(records.folder(), request, plan.at());
        journal.notePlanned(plan.erasures());
        return journal.id();
    }

    /**
     * Carries out an erasure that was noted, or that was interrupted. If only its journal was left to remove, that is all.
     *
     * @return the receipt, which is stored
     * @throws ErasureException if there is no such erasure
     */
    public ObjectNode resume(String id) {
        ErasureJournal journal = ErasureJournal.open(records.folder(), id);
        Optional<ObjectNode> stored = records.folder().find(journal.id());
        if (stored.isPresent()) {
            records.folder().removeJournal(journal.id());
            return stored.get();
        }
        List<PlannedErasure> noted = journal.planned();
        if (noted.isEmpty()) {
            noted = planner.plan(journal.request(), journal.at()).erasures();
            journal.notePlanned(noted);
        }
        return finish(journal, noted);
    }

    /** What the stores hold of a plan, by store. */
    public Map<String, EntryCounts> counts(ErasurePlan plan) {
        return contents.counts(plan.counts(), plan.erasures());
    }

    private ObjectNode finish(ErasureJournal journal, List<PlannedErasure> first) {
        progress.at(ErasureProgress.Stage.PLANNING, 0);
        ObjectNode before = journal.before().orElseGet(() -> noteBefore(journal, first));
        CommandOutcomes outcomes = new ErasureRounds(target, planner, progress).run(journal, first);
        progress.at(ErasureProgress.Stage.WAITING_FOR_CLEANUP, outcomes.all().size());
        new CleanupWait(target.settle(), target.waitFor().stallTimeout(), System::nanoTime)
                .await(target.stores().survey()::isCleanedUp);
        progress.at(ErasureProgress.Stage.CHECKING, outcomes.all().size());
        ObjectNode after = contents.snapshot(contents.counts(left(journal, outcomes), outcomes.applied()));
        ObjectNode receipt = ErasureReceipt.of(
                journal,
                outcomes,
                StoreContents.compared(before, after),
                new HeldTopics(target.kafka()).find(System.currentTimeMillis()));
        ObjectNode signed = ReceiptSignature.sign(receipt, SigningKey.of(records.key()));
        records.folder().store(journal.id(), signed);
        return signed;
    }

    /** What is on hold stays, so it does not count. */
    private ObjectNode noteBefore(ErasureJournal journal, List<PlannedErasure> first) {
        List<PlannedErasure> permitted =
                first.stream().filter(each -> each.hold().isEmpty()).toList();
        EntryCounts sqlite = permitted.stream().map(PlannedErasure::counts).reduce(EntryCounts.NONE, EntryCounts::plus);
        ObjectNode before = contents.snapshot(contents.counts(sqlite, permitted));
        journal.noteBefore(before);
        return before;
    }

    /** What SQLite still holds of the applied erasures. */
    private EntryCounts left(ErasureJournal journal, CommandOutcomes outcomes) {
        List<String> applied =
                outcomes.applied().stream().map(PlannedErasure::key).toList();
        return planner.plan(journal.request(), journal.at()).erasures().stream()
                .filter(erasure -> applied.contains(erasure.key()))
                .map(PlannedErasure::counts)
                .reduce(EntryCounts.NONE, EntryCounts::plus);
    }
}
