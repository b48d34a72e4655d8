package io.multichat.sinks.core.conformance.worker;

import io.multichat.sinks.core.conformance.SinkUnderTest;
import io.multichat.sinks.core.conformance.history.History.Fate;
import io.multichat.sinks.core.conformance.history.History.Step;
import io.multichat.sinks.core.conformance.history.Log;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;

/** Two workers. A missing worker is started on demand with all partitions. */
public final class Workers {
    static final int PLACES = 2;

    /** The offsets of the consumer group. */
    public final Map<TopicPartition, Long> group = new HashMap<>();

    private final SinkUnderTest sink;
    private final Log log;
    private final Reports reports;
    private final Worker[] workers = new Worker[PLACES];
    /** Workers whose processes died; their resources are released later. */
    private final List<Worker> gone = new ArrayList<>();

    private boolean excused;

    public Workers(SinkUnderTest sink, Log log, Reports reports) {
        this.sink = sink;
        this.log = log;
        this.reports = reports;
    }

    /** Sets whether tasks may fail from now on. A task that ran while it might fail may also fail later. */
    public void excuse(boolean trouble) {
        excused = trouble;
        for (Worker worker : workers) {
            if (worker != null) {
                worker.excused |= trouble;
            }
        }
    }

    public void act(Step step) {
        int place = step.slot();
        try {
            Worker worker = at(place);
            switch (step.fate()) {
                case POLL -> sink.circumstances().passTime(worker.iterate(1 + step.size(), new Random(step.size())));
                case IDLE -> sink.circumstances().passTime(worker.iterate(0, new Random(0)));
                case COMMIT -> worker.commit(log.partitions(), false);
                case REBALANCE -> rebalance(worker, step.size());
                case STOP -> {
                    worker.stop();
                    workers[place] = null;
                }
                default -> throw new Killed();
            }
        } catch (Killed e) {
            remove(place);
        } catch (RuntimeException e) {
            fail(place, e);
        }
    }

    /** Reads to the end of the log with a last worker. */
    public void finish() {
        act(new Step(Fate.STOP, 0, 0));
        act(new Step(Fate.CRASH, 1, 0));
        Worker last = at(0);
        Random random = new Random(0);
        int rounds = 0;
        for (int quiet = 0; quiet < 3; quiet = last.isAtEnd() ? quiet + 1 : 0) {
            if (rounds++ == 200) {
                throw new AssertionError("the task does not reach the end of the log");
            }
            sink.circumstances().passTime(1_000 + last.iterate(7, random));
        }
        last.commit(log.partitions(), false);
        last.stop();
        workers[0] = null;
    }

    /** Kills all workers and releases the resources of every dead one. */
    public void bury() {
        for (int place = 0; place < PLACES; place++) {
            if (workers[place] != null) {
                remove(place);
            }
        }
        gone.forEach(Worker::free);
        gone.clear();
    }

    private Worker at(int place) {
        if (workers[place] == null) {
            workers[place] = new Worker(sink, log, group, reports);
            workers[place].excused = excused;
            workers[place].begin(log.partitions());
        }
        return workers[place];
    }

    private void rebalance(Worker worker, int which) {
        List<TopicPartition> some = log.partitions().stream()
                .filter(partition -> (partition.hashCode() + which) % 2 == 0)
                .toList();
        worker.revoke(some);
        worker.assign(some);
    }

    /** Removes a worker and releases its resources, such as locks, unless it dies while releasing them. */
    private void remove(int place) {
        Worker worker = workers[place];
        workers[place] = null;
        try {
            worker.free();
        } catch (Killed e) {
            gone.add(worker);
        }
    }

    /** Ends the worker as Connect does: commits what the task allows, then closes the task. */
    private void fail(int place, RuntimeException failure) {
        Worker failed = workers[place];
        workers[place] = null;
        if (failed == null || !failed.excused) {
            throw new AssertionError("the task failed although nothing was wrong", failure);
        }
        try {
            failed.stop();
        } catch (Killed | RuntimeException e) {
            gone.add(failed);
        }
    }
}
