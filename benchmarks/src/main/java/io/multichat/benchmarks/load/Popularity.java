package io.multichat.benchmarks.load;

import java.util.random.RandomGenerator;

/** Chooses the conversation of the next message. Implementations are immutable. */
public interface Popularity {
    /** Number of conversations. */
    int conversations();

    /** The index of a conversation, from 0 to {@link #conversations()} - 1. */
    int next(RandomGenerator random);
}
