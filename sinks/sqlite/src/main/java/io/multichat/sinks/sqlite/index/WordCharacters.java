package io.multichat.sinks.sqlite.index;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** Which characters words consist of, in the index. */
final class WordCharacters {
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
    // The first Thai code point; all scripts before it have spaces.
    private static final int FIRST_UNSPACED = 0x0E00;

    private WordCharacters() {}

    /** A text in which compatibility forms (full width, half width) are equal. */
    static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** True for a character that the tokenizer of {@code messages_fts} treats as part of a word. */
    static boolean isOfWord(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.PRIVATE_USE -> true;
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetterOrDigit(point);
        };
    }

    /** True for a character of a script without spaces between words. */
    static boolean isUnspaced(int point) {
        return point >= FIRST_UNSPACED
                && (point == PROLONGED_SOUND || (UNSPACED.contains(UnicodeScript.of(point)) && isOfWord(point)));
    }
}
