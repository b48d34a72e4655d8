package io.multichat.app.demo;

import java.util.Random;

/** Generates ids that are unique across runs: a random prefix for each run, then a number. For one thread. */
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
