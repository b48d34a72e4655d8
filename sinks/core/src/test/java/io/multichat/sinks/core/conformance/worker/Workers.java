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

/** Two places for workers. One that is needed and not there is started, and given all partitions. */
public final class Workers {
    static final int PLACES = 2;

    /** The offsets of the consumer group. */
    public final Map<TopicPartition, Long> group = new HashMap<>();

    private final SinkUnderTest sink;
    private final Log log;
    private final Reports reports;
    private final Worker[] workers = new Worker[PLACES];
    /** Their processes are gone; what they held is freed when it would be in the way. */
    private final List<Worker> gone = new ArrayList<>();

    private boolean excused;

    public Workers(SinkUnderTest sink, Log log, Reports reports) {
        this.sink = sink;
        this.log = log;
        this.reports = reports;
    }

    /** From now on tasks may fail, or may not: those that live through a time of trouble may later too. */
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

    /** What is there when everything is over: a worker that reads to the end. */
    public void finish() {
        act(new Step(Fate.STOP, 0, 0));
        act(new Step(Fate.CRASH, 1, 0));
        Worker last = at(0);
        Random random = new Random(0);
        int rounds = 0;
        for (int quiet = 0; quiet < 3; quiet = last.isAtEnd() ? quiet + 1 : 0) {
            if (rounds++ == 200) {
                throw new AssertionError("the task does not get to the end of the log");
            }
            sink.circumstances().passTime(1_000 + last.iterate(7, random));
        }
        last.commit(log.partitions(), false);
        last.stop();
        workers[0] = null;
    }

    /** All processes that are left are gone, and what they and others before them held is free. */
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

    /** What a process held, a lock say, is free when it is gone; unless its end came in the middle of something. */
    private void remove(int place) {
        Worker worker = workers[place];
        workers[place] = null;
        try {
            worker.free();
        } catch (Killed e) {
            gone.add(worker);
        }
    }

    /** The worker ends as Connect's does: it still commits what is allowed, and closes the task. */
    private void fail(int place, RuntimeException failure) {
        Worker failed = workers[place];
        workers[place] = null;
        if (failed == null || !failed.excused) {
            throw new AssertionError("the task failed, and nothing was wrong", failure);
        }
        try {
            failed.stop();
        } catch (Killed | RuntimeException e) {
            gone.add(failed);
        }
    }
}
