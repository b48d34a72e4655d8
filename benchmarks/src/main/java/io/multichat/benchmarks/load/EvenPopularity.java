package io.multichat.benchmarks.load;

import java.util.random.RandomGenerator;

/** Every conversation is as busy as any other. */
public record EvenPopularity(int conversations) implements Popularity {
    @Override
    public int next(RandomGenerator random) {
        return random.nextInt(conversations);
    }
}
