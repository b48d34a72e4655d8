package io.multichat.topology.state.identities;

import java.util.SplittableRandom;

/** Numbered identities, as evenly distributed as real ones. */
final class Numbered {
    private Numbered() {}

    static byte[] identity(long number) {
        SplittableRandom random = new SplittableRandom(number);
        return new Identity(random.nextLong(), random.nextLong()).bytes();
    }
}
