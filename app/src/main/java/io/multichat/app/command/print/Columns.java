package io.multichat.app.command.print;

/** The number of columns that text takes on a terminal: two for an ideograph or an emoji, none for a mark on another character. */
final class Columns {
    private static final int FIRST_WIDE = 0x1100;
    private static final int LAST_JAMO = 0x115F;
    private static final int FIRST_EMOJI = 0x1F300;
    private static final int LAST_EMOJI = 0x1FAFF;

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** The text, followed by as many blanks as are missing to the width. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The text, or its beginning and an ellipsis if it is wider than allowed. */
    static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder beginning = new StringBuilder();
        int used = 1;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int point = text.codePointAt(i);
            used += width(point);
            if (used > width) {
                break;
            }
            beginning.appendCodePoint(point);
        }
        return beginning.append('…').toString();
    }

    private static int width(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        if (point < FIRST_WIDE) {
            return false;
        }
        boolean drawn = point <= LAST_JAMO || (point >= FIRST_EMOJI && point <= LAST_EMOJI);
        return drawn
                || switch (Character.UnicodeScript.of(point)) {
                    case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
                    case HANGUL -> point >= 0xAC00;
                    default -> isFullWidth(point);
                };
    }

    /** Punctuation and letters of East Asian width. */
    private static boolean isFullWidth(int point) {
        return (point >= 0x3000 && point <= 0x303E) || (point >= 0xFF01 && point <= 0xFF60);
    }
}
