package io.multichat.app.connect.kill;

import io.multichat.app.connect.StoreMarks;
import java.time.Duration;
import java.util.Random;

/**
 * The time at which a worker is killed.
 *
 * @param moment what to wait for
 * @param store the store whose write to wait for, if the moment is a write
 * @param delay how long to wait; its start depends on the moment
 */
record Kill(Moment moment, String store, Duration delay) {
    /** What the worker is doing. */
    enum Moment {
        /** The delay begins with the start of the process. */
        STARTING,
        /** The delay begins with the first answer, when tasks get their partitions and open their stores. */
        OPENING,
        /** The delay begins with the store's first write, while the tasks receive more records. */
        WRITING,
        /** The delay begins with the store's first write; the kill follows the first write seen after the delay. */
        COMMITTED
    }

    private static final int STARTING_MS = 9_000;
    private static final int OPENING_MS = 5_000;
    private static final int WRITING_MS = 2_500;

    static Kill next(Random random) {
        String store = StoreMarks.ALL.get(random.nextInt(StoreMarks.ALL.size()));
        int choice = random.nextInt(10);
        if (choice < 2) {
            return new Kill(Moment.STARTING, store, Duration.ofMillis(1 + random.nextInt(STARTING_MS)));
        }
        if (choice < 4) {
            return new Kill(Moment.OPENING, store, Duration.ofMillis(1 + random.nextInt(OPENING_MS)));
        }
        Moment moment = choice < 7 ? Moment.WRITING : Moment.COMMITTED;
        return new Kill(moment, store, Duration.ofMillis(1 + random.nextInt(WRITING_MS)));
    }
}
