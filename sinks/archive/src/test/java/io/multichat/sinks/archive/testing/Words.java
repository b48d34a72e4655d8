package io.multichat.sinks.archive.testing;

import java.util.Random;

/** Texts that compress about as well as chat does: of made-up words, a few of which are common. */
public final class Words {
    private static final int VOCABULARY = 5_000;

    private final Random random;
    private final String[] words = new String[VOCABULARY];

    public Words(Random random) {
        this.random = random;
        for (int i = 0; i < VOCABULARY; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 2 + random.nextInt(8); length > 0; length--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words[i] = word.toString();
        }
    }

    /** The next text of this many characters. */
    public String text(int length) {
        StringBuilder text = new StringBuilder(length + 10);
        while (text.length() < length) {
            double rank = random.nextDouble();
            text.append(words[(int) (rank * rank * rank * VOCABULARY)]).append(' ');
        }
        return text.substring(0, length);
    }
}
