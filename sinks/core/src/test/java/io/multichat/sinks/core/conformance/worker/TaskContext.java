package io.multichat.sinks.core.conformance.worker;

import io.multichat.sinks.core.testing.WorkerContext;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.ErrantRecordReporter;

/** A context as strict as Connect's: only assigned partitions can be paused, and reports go to the worker's queue. */
final class TaskContext extends WorkerContext {
    boolean commitRequested;

    private final Map<String, String> configs;
    private final ErrantRecordReporter reporter;

    TaskContext(Map<String, String> configs, ErrantRecordReporter reporter) {
        this.configs = configs;
        this.reporter = reporter;
    }

    @Override
    public Map<String, String> configs() {
        return configs;
    }

    @Override
    public void pause(TopicPartition... partitions) {
        requireAssigned(partitions);
        super.pause(partitions);
    }

    @Override
    public void resume(TopicPartition... partitions) {
        requireAssigned(partitions);
        super.resume(partitions);
    }

    @Override
    public void requestCommit() {
        commitRequested = true;
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return reporter;
    }

    /** The newest timeout that the task requested since the last call, in milliseconds; 0 if it requested none. */
    long takeTimeoutMs() {
        long newest = timeouts.isEmpty() ? 0 : timeouts.get(timeouts.size() - 1);
        timeouts.clear();
        return Math.max(0, newest);
    }

    private void requireAssigned(TopicPartition... partitions) {
        if (!assigned.containsAll(List.of(partitions))) {
            throw new IllegalStateException("not all of " + List.of(partitions) + " are assigned");
        }
    }
}
