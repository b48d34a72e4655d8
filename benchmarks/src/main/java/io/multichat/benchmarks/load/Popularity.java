package io.multichat.benchmarks.load;

import java.util.random.RandomGenerator;

/** Which conversation the next message is in. Implementations are immutable. */
public interface Popularity {
    /** How many conversations there are. */
    int conversations();

    /** The number of a conversation, from 0 to {@link #conversations()} - 1. */
    int next(RandomGenerator random);
}
