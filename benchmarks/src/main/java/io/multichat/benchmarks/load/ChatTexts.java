package io.multichat.benchmarks.load;

import java.util.random.RandomGenerator;

/**
 * Texts with the lengths of chat: log-normal, half of them below 42 characters, one in a hundred above 400. Mostly
 * ASCII, with quotes, accents and other scripts mixed in.
 */
public final class ChatTexts {
    static final int MAX_LENGTH = 4_000;
    private static final double MEDIAN = 42;
    private static final double SIGMA = 1;
    private static final int SUPPLY = 1 << 20;
    // No character outside the basic multilingual plane, so that a text can be cut anywhere.
    private static final String[] WORDS = {
        "the",
        "build",
        "is",
        "green",
        "again",
        "who",
        "can",
        "look",
        "at",
        "this",
        "ticket",
        "I",
        "think",
        "we",
        "should",
        "ship",
        "it",
        "today",
        "ok",
        "thanks",
        "meeting",
        "moved",
        "to",
        "three",
        "customer",
        "asked",
        "for",
        "\"later\"",
        "Größe",
        "déjà",
        "привет",
        "会議",
        "https://example.org/a/b?c=d",
        "lol",
        "yes",
        "no",
        "maybe",
        "deploy",
        "rollback"
    };

    private final String supply;

    public ChatTexts(RandomGenerator random) {
        StringBuilder words = new StringBuilder(SUPPLY + MAX_LENGTH);
        while (words.length() < SUPPLY + MAX_LENGTH) {
            words.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        supply = words.toString();
    }

    public String next(RandomGenerator random) {
        int length = (int) Math.min(MAX_LENGTH, Math.max(1, MEDIAN * Math.exp(SIGMA * random.nextGaussian())));
        int from = random.nextInt(SUPPLY);
        return supply.substring(from, from + length);
    }
}
