package io.multichat.app.connect.kill;

import io.multichat.app.connect.ConnectCluster;
import io.multichat.app.connect.ConnectProcess;
import io.multichat.app.connect.StoreMarks;
import io.multichat.app.connect.traffic.SteadyTraffic;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** Starts and kills a worker, round by round, while traffic flows. For one thread. */
final class KillRounds {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration NEXT_WRITE = Duration.ofSeconds(4);
    private static final Duration LOOK = Duration.ofMillis(1);

    private final ConnectProcess worker;
    private final StoreMarks marks;
    private final SteadyTraffic traffic;
    private final Map<String, Integer> tally = new TreeMap<>();

    KillRounds(ConnectCluster cluster, SteadyTraffic traffic) {
        this.worker = cluster.worker();
        this.marks = new StoreMarks(cluster.stores());
        this.traffic = traffic;
    }

    /**
     * Kills the worker {@code times} times, each time in a new process, and leaves it dead.
     *
     * @param records number of records published by the end
     */
    void run(Random random, int times, long records) throws InterruptedException {
        for (int round = 0; round < times; round++) {
            Kill kill = Kill.next(random);
            String mark = marks.of(kill.store());
            worker.start();
            // Half of a round's records are in the topics when the tasks start; the others arrive while they write.
            traffic.allow(records * (2L * round + 1) / (2L * times));
            String state = switch (kill.moment()) {
                case STARTING, OPENING -> awaitStart(kill, mark);
                case WRITING, COMMITTED -> awaitWrite(kill, mark, records * (round + 1) / times);
            };
            worker.kill();
            tally.merge(state, 1, Integer::sum);
        }
    }

    private String awaitStart(Kill kill, String mark) throws InterruptedException {
        if (kill.moment() == Kill.Moment.OPENING) {
            worker.awaitReady();
        }
        requireAlive(kill.delay());
        if (!marks.of(kill.store()).equals(mark)) {
            return "starting: has begun to write";
        }
        return worker.rest().isReady() ? "starting: answers, has not written" : "starting: does not answer yet";
    }

    private String awaitWrite(Kill kill, String mark, long allowed) throws InterruptedException {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> !marks.of(kill.store()).equals(mark));
        traffic.allow(allowed);
        requireAlive(kill.delay());
        if (kill.moment() == Kill.Moment.WRITING) {
            return "writing";
        }
        String before = marks.of(kill.store());
        long deadline = System.nanoTime() + NEXT_WRITE.toNanos();
        while (marks.of(kill.store()).equals(before)) {
            requireAlive(LOOK);
            if (System.nanoTime() > deadline) {
                return "nothing left to write";
            }
        }
        return "just after a write to " + kill.store();
    }

    private void requireAlive(Duration time) throws InterruptedException {
        if (worker.endsWithin(time)) {
            throw new AssertionError("the worker exited by itself: " + worker.log());
        }
    }

    /** The number of kills in each state of the worker. */
    Map<String, Integer> tally() {
        return tally;
    }
}
