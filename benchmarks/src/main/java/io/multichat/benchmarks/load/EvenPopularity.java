package io.multichat.benchmarks.load;

import java.util.random.RandomGenerator;

/** All conversations are equally busy. */
public record EvenPopularity(int conversations) implements Popularity {
    @Override
    public int next(RandomGenerator random) {
        return random.nextInt(conversations);
    }
}
