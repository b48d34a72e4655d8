package io.multichat.sinks.sqlite.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits texts into words for the full-text index, and queries in the same way.
 *
 * <p>Scripts without spaces between words (and Korean, which attaches particles to words) are split into overlapping pairs
 * of characters, and the last character of a run stands alone as well: {@code 東京都} becomes {@code 東京 京都 都}. In a
 * query, a run becomes the phrase of its pairs, and a single character becomes the prefix of any pair. So every word is
 * found wherever it stands, without a dictionary, which would not know the names that people use. NFKC makes
 * compatibility forms (full width, half width) equal. SQLite's {@code unicode61} handles all other scripts: it splits at
 * spaces and punctuation and ignores case and diacritics.
 */
public final class SearchText {
    private static final int LAST_ASCII = 0x7F;

    private SearchText() {}

    /** The text to put into the index. */
    static String indexed(String text) {
        // The steps below do not change ASCII.
        return isAscii(text)
                ? text
                : cut(WordCharacters.normalized(text).codePoints().toArray(), true);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }

    /**
     * The FTS5 phrases that match the words of a text, all of which must occur. Nothing in the text acts as an operator.
     *
     * @param isPrefix true if the last word may be the beginning of a longer one
     * @return empty if the text has no word
     */
    static List<String> words(String text, boolean isPrefix) {
        List<String> phrases = new ArrayList<>();
        for (String word : separated(text).split(" ")) {
            if (!word.isEmpty()) {
                phrases.add(phrase(word.codePoints().toArray()));
            }
        }
        int last = phrases.size() - 1;
        if (isPrefix && last >= 0 && endsWithLetters(text)) {
            phrases.set(last, phrases.get(last) + " *");
        }
        return phrases;
    }

    /** True if a text ends with a character of a word in a script with spaces. */
    private static boolean endsWithLetters(String text) {
        String normal = WordCharacters.normalized(text);
        int last = normal.codePointBefore(normal.length());
        return WordCharacters.isOfWord(last) && !WordCharacters.isUnspaced(last);
    }

    /** The FTS5 phrase that matches the words of a text, which must follow each other; empty if the text has no word. */
    static Optional<String> phrase(String text) {
        String words = separated(text).strip();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(phrase(words.codePoints().toArray()));
    }

    /** The words of a text in the normal form, with spaces between them. */
    private static String separated(String text) {
        StringBuilder words = new StringBuilder();
        WordCharacters.normalized(text)
                .codePoints()
                .forEach(point -> words.appendCodePoint(WordCharacters.isOfWord(point) ? point : ' '));
        return words.toString();
    }

    /** The phrase of words with spaces between them; a single character at the end is the beginning of any pair. */
    private static String phrase(int[] words) {
        int last = words.length - 1;
        boolean single =
                WordCharacters.isUnspaced(words[last]) && (last == 0 || !WordCharacters.isUnspaced(words[last - 1]));
        return '"' + cut(words, false) + (single ? "\" *" : "\"");
    }

    /** @param alone true if the last character of a run at the very end stands alone as well, as everywhere else */
    private static String cut(int[] text, boolean alone) {
        StringBuilder out = new StringBuilder(text.length * 2);
        for (int i = 0; i < text.length; i++) {
            if (!WordCharacters.isUnspaced(text[i])) {
                out.appendCodePoint(text[i]);
                continue;
            }
            boolean first = i == 0 || !WordCharacters.isUnspaced(text[i - 1]);
            boolean atEnd = i + 1 == text.length;
            if (atEnd && !first && !alone) {
                break;
            }
            if (first) {
                out.append(' ');
            }
            out.appendCodePoint(text[i]);
            if (!atEnd && WordCharacters.isUnspaced(text[i + 1])) {
                out.appendCodePoint(text[i + 1]);
            }
            out.append(' ');
        }
        return out.toString();
    }
}
