package io.multichat.app.connect.kill;

import io.multichat.app.connect.StoreMarks;
import java.time.Duration;
import java.util.Random;

/**
 * When a worker is killed.
 *
 * @param moment what is waited for
 * @param store whose write is waited for, if the moment tells so
 * @param delay see there
 */
record Kill(Moment moment, String store, Duration delay) {
    /** What the worker is about. */
    enum Moment {
        /** So long after the start of its process. */
        STARTING,
        /** So long after it has begun to answer, when its tasks are given their partitions and open their stores. */
        OPENING,
        /** So long after the store's first write, while the tasks are given more. */
        WRITING,
        /** As soon as it is seen that the store was written to again, so long after its first write. */
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
