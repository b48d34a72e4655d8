package io.multichat.sinks.core.conformance;

import io.multichat.sinks.core.conformance.history.History.Step;
import io.multichat.sinks.core.conformance.history.Log;
import io.multichat.sinks.core.conformance.worker.Reports;
import io.multichat.sinks.core.conformance.worker.Workers;
import io.multichat.sinks.core.testing.ReportFate;
import org.apache.kafka.common.TopicPartition;

/** Plays the steps of a history on a sink. */
final class Play {
    final Reports reports = new Reports();

    private final Circumstances circumstances;
    private final Traits traits;
    private final Log log;
    private final Workers workers;
    private final Runnable onRead;

    /**
     * Prepares to play.
     *
     * @param onRead reads from the store during the history
     */
    Play(SinkUnderTest sink, Log log, Runnable onRead) {
        this.circumstances = sink.circumstances();
        this.traits = sink.traits();
        this.log = log;
        this.workers = new Workers(sink, log, reports);
        this.onRead = onRead;
    }

    void play(Step step) {
        switch (step.fate()) {
            case DISTURB -> {
                workers.excuse(true);
                circumstances.disturb(step.size());
            }
            case HEAL -> {
                circumstances.heal();
                workers.excuse(reports.fate != ReportFate.ARRIVES);
            }
            case LOSE -> lose(step.size());
            case TIME_PASSES -> circumstances.passTime(step.size() * 500L);
            case RESET_OFFSETS -> log.partitions().forEach(partition -> resetOffset(partition, step.size() - 3));
            case REPORTS_FAIL -> fail(ReportFate.FAILS);
            case REPORTS_ARE_LOST -> fail(ReportFate.NEVER_ARRIVES);
            case REPORTS_ARRIVE -> reports.fate = ReportFate.ARRIVES;
            case READ -> onRead.run();
            default -> workers.act(step);
        }
    }

    /** Ends every failure; then one more worker reads to the end of the log. */
    void settle() {
        circumstances.heal();
        reports.fate = ReportFate.ARRIVES;
        workers.excuse(false);
        workers.finish();
    }

    /** Releases the resources of all workers. */
    void end() {
        circumstances.heal();
        workers.bury();
    }

    private void fail(ReportFate fate) {
        reports.fate = fate;
        workers.excuse(true);
    }

    private void lose(int size) {
        if (traits.loss() == Traits.Loss.UNUSED) {
            workers.bury();
        }
        if (traits.loss() != Traits.Loss.NEVER) {
            circumstances.lose(size);
        }
    }

    private void resetOffset(TopicPartition partition, long offset) {
        long before = workers.group.getOrDefault(partition, 0L);
        workers.group.put(partition, Math.max(0, traits.keepsPositions() ? offset : Math.min(before, offset)));
    }
}
