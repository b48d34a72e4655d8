package io.multichat.benchmarks.sink;

import io.multichat.benchmarks.load.Popularity;
import io.multichat.benchmarks.load.ZipfPopularity;
import java.util.random.RandomGenerator;

/**
 * Texts of made-up words: a few common, most of them rare, some in other scripts. Each text is chosen word by word,
 * because longer repeated pieces compress and index more cheaply than chat does. Used by one thread.
 */
final class Prose {
    private static final int VOCABULARY = 20_000;
    private static final int LONGEST_WORD = 10;
    private static final String LATIN = "etaoinshrdlucmfwypvbgkjqxz";
    private static final String[] ALPHABETS = {"éàüößñç", "абвгдежзиклмнопрстуя", "会議日本語東京都明天見好"};
    /** Each of the other alphabets supplies one word in this many. */
    private static final int FOREIGN = 50;

    private final String[] words = new String[VOCABULARY];
    private final Popularity popularity = new ZipfPopularity(VOCABULARY);
    private final StringBuilder text = new StringBuilder();

    Prose(RandomGenerator random) {
        for (int i = 0; i < VOCABULARY; i++) {
            // From the end, so that none of them is among the most common words.
            int alphabet = FOREIGN - 1 - i % FOREIGN;
            words[i] = word(random, alphabet < ALPHABETS.length ? ALPHABETS[alphabet] : LATIN);
        }
    }

    /** A text of this many characters. */
    String next(RandomGenerator random, int length) {
        text.setLength(0);
        while (text.length() < length) {
            text.append(words[popularity.next(random)]).append(' ');
        }
        return text.substring(0, length);
    }

    private static String word(RandomGenerator random, String alphabet) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.nextInt(LONGEST_WORD); length > 0; length--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
