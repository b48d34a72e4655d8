package io.multichat.app.command.print;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Makes untrusted text safe to print: ASCII control characters become their symbols, such as {@code ␛} for escape; everything else that a
 * terminal would act on (other control characters, changes of the writing direction, unpaired surrogates) is escaped, for example as
 * {@code \\u202e}. Tabs become blanks.
 */
public final class Printable {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int DELETE = 0x7F;
    private static final int FIRST_SYMBOL = 0x2400;
    private static final int SYMBOL_OF_DELETE = 0x2421;
    private static final String TAB = " ";
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    private Printable() {}

    /** A text on one line: a line break becomes its symbol. */
    public static String line(String text) {
        return escape(text.replace("\t", TAB), Printable::harmless);
    }

    /** A text that may have several lines: line breaks are kept. */
    static String lines(String text) {
        return escape(text.replace("\r\n", "\n").replace("\t", TAB), point -> point == '\n' || harmless(point));
    }

    private static String escape(String text, IntPredicate kept) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (kept.test(point)) {
                safe.appendCodePoint(point);
            } else {
                safe.append(symbol(point));
            }
        });
        return safe.toString();
    }

    private static String symbol(int point) {
        if (point < ' ' || point == DELETE) {
            return Character.toString(point == DELETE ? SYMBOL_OF_DELETE : FIRST_SYMBOL + point);
        }
        return String.format(Locale.ROOT, point <= Character.MAX_VALUE ? "\\u%04x" : "\\U%08x", point);
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
