package io.multichat.app.demo;

import java.util.Random;

/** Ids that no other run of the traffic gives: a run's own random prefix, then a number. Used by one thread. */
final class DemoIds {
    private final String prefix;
    private long last;

    DemoIds(Random random) {
        prefix = "demo-" + Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX) + "-";
    }

    String next() {
        last++;
        return prefix + last;
    }
}
