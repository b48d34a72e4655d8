package io.multichat.app.command.print;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Makes untrusted text safe to print: everything that a terminal would act on (control characters, escape sequences, changes of
 * the writing direction, unpaired surrogates) is escaped, for example as {@code \\u001b}.
 */
public final class Printable {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    private Printable() {}

    /** A text on one line: line breaks are escaped too, and a tab becomes a space. */
    public static String line(String text) {
        return escape(text.replace('\t', ' '), Printable::harmless);
    }

    /** A text that may have several lines: line breaks and tabs are kept. */
    static String lines(String text) {
        return escape(text, point -> point == '\n' || point == '\t' || harmless(point));
    }

    private static String escape(String text, IntPredicate kept) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (kept.test(point)) {
                safe.appendCodePoint(point);
            } else {
                safe.append(
                        point <= Character.MAX_VALUE
                                ? String.format(Locale.ROOT, "\\u%04x", point)
                                : String.format(Locale.ROOT, "\\U%08x", point));
            }
        });
        return safe.toString();
    }

    private static boolean harmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            // Emoji and several scripts need joiners, flags need tags; all other format characters change what
            // is displayed.
            case Character.FORMAT ->
                point == ZERO_WIDTH_NON_JOINER
                        || point == ZERO_WIDTH_JOINER
                        || (point >= FIRST_TAG && point <= LAST_TAG);
            default -> true;
        };
    }
}
