package io.multichat.sinks.sqlite.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The units of a text, as the index compares them: a word of a script with spaces, without case and diacritics, or a single character
 * of another script; each with its place in the original text.
 */
final class FoldedText {
    private static final int FIRST_VOWEL_JAMO = 0x1160;
    private static final int LAST_JAMO = 0x11FF;
    private static final int VOICED_MARK = 0xFF9E;
    private static final int SEMI_VOICED_MARK = 0xFF9F;
    private static final int FIRST_DIACRITIC = 0x0300;
    private static final int LAST_DIACRITIC = 0x036F;

    private final String text;
    private final List<Unit> units = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int wordStart;
    private int wordEnd;

    /**
     * A word or a character.
     *
     * @param folded what is compared
     * @param start the first index in the text, UTF-16
     * @param end the index after the last one
     */
    record Unit(String folded, int start, int end) {}

    private FoldedText(String text) {
        this.text = text;
    }

    /** The units of a text, in its order. */
    static List<Unit> units(String text) {
        FoldedText folded = new FoldedText(text);
        int start = 0;
        while (start < text.length()) {
            int end = folded.clusterEnd(start);
            folded.add(start, end);
            start = end;
        }
        folded.endWord();
        return folded.units;
    }

    /** The end of a character with its marks, which are normalized together. */
    private int clusterEnd(int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && isContinuation(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isContinuation(int point) {
        boolean isJamo = point >= FIRST_VOWEL_JAMO && point <= LAST_JAMO;
        return isJamo
                || point == VOICED_MARK
                || point == SEMI_VOICED_MARK
                || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private void add(int start, int end) {
        WordCharacters.normalized(text.substring(start, end)).codePoints().forEach(point -> {
            if (WordCharacters.isUnspaced(point)) {
                endWord();
                units.add(new Unit(Character.toString(point), start, end));
            } else if (WordCharacters.isOfWord(point)) {
                wordStart = word.isEmpty() ? start : wordStart;
                wordEnd = end;
                word.appendCodePoint(point);
            } else {
                endWord();
            }
        });
    }

    private void endWord() {
        if (!word.isEmpty()) {
            String folded = fold(word.toString());
            // Nothing is left of diacritics that stand alone.
            if (!folded.isEmpty()) {
                units.add(new Unit(folded, wordStart, wordEnd));
            }
            word.setLength(0);
        }
    }

    private static String fold(String word) {
        String decomposed = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder();
        decomposed
                .codePoints()
                .filter(point -> point < FIRST_DIACRITIC || point > LAST_DIACRITIC)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
