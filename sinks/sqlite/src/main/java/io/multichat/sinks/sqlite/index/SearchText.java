package io.multichat.sinks.sqlite.index;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    // The prolonged sound mark has no script of its own, because both kana use it.
    private static final int PROLONGED_SOUND = 0x30FC;
    private static final int LAST_ASCII = 0x7F;
    // The first Thai code point; all scripts before it have spaces.
    private static final int FIRST_UNSPACED = 0x0E00;

    private SearchText() {}

    /** The text to put into the index. */
    static String indexed(String text) {
        // The steps below do not change ASCII.
        return isAscii(text) ? text : cut(normalized(text).codePoints().toArray(), true);
    }

    /**
     * The FTS5 expression that matches texts with all words of a query. Nothing in a query acts as an operator.
     *
     * @return empty if the query has no word
     */
    public static Optional<String> matching(String query) {
        List<String> phrases = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        // The added space ends the last word.
        for (int point : (normalized(query) + " ").codePoints().toArray()) {
            if (isOfWord(point)) {
                word.appendCodePoint(point);
            } else if (!word.isEmpty()) {
                phrases.add(phrase(word.codePoints().toArray()));
                word.setLength(0);
            }
        }
        return phrases.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", phrases));
    }

    private static String phrase(int[] word) {
        int last = word.length - 1;
        boolean single = isUnspaced(word[last]) && (last == 0 || !isUnspaced(word[last - 1]));
        return '"' + cut(word, false) + (single ? "\" *" : "\"");
    }

    /** @param alone true if the last character of a run at the very end stands alone as well, as everywhere else */
    private static String cut(int[] text, boolean alone) {
        StringBuilder out = new StringBuilder(text.length * 2);
        for (int i = 0; i < text.length; i++) {
            if (!isUnspaced(text[i])) {
                out.appendCodePoint(text[i]);
                continue;
            }
            boolean first = i == 0 || !isUnspaced(text[i - 1]);
            boolean atEnd = i + 1 == text.length;
            if (atEnd && !first && !alone) {
                break;
            }
            if (first) {
                out.append(' ');
            }
            out.appendCodePoint(text[i]);
            if (!atEnd && isUnspaced(text[i + 1])) {
                out.appendCodePoint(text[i + 1]);
            }
            out.append(' ');
        }
        return out.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** True for a character that the tokenizer of {@code messages_fts} treats as part of a word. */
    private static boolean isOfWord(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.PRIVATE_USE -> true;
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetterOrDigit(point);
        };
    }

    private static boolean isUnspaced(int point) {
        return point >= FIRST_UNSPACED
                && (point == PROLONGED_SOUND || (UNSPACED.contains(UnicodeScript.of(point)) && isOfWord(point)));
    }
}
