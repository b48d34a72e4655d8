package io.multichat.events.text;

/**
 * The text form of whole numbers: an optional sign and digits from 0 to 9. The parsers of {@code java.lang} are not used because
 * they also accept the digits of other scripts, such as {@code ٣}.
 */
public final class WholeNumbers {
    private static final int BASE = 10;

    private WholeNumbers() {}

    /**
     * Parses a number of 32 bits.
     *
     * @param text may be null
     * @throws NumberFormatException if the text has another form or the number does not fit 32 bits
     */
    public static int parseInt(String text) {
        long number = parseLong(text);
        if (number != (int) number) {
            throw new NumberFormatException("the number does not fit 32 bits");
        }
        return (int) number;
    }

    /**
     * Parses a number of 64 bits.
     *
     * @param text may be null
     * @throws NumberFormatException if the text has another form or the number does not fit 64 bits
     */
    public static long parseLong(String text) {
        if (text == null || text.isEmpty()) {
            throw malformed();
        }
        char sign = text.charAt(0);
        int from = sign == '-' || sign == '+' ? 1 : 0;
        if (from == text.length()) {
            throw malformed();
        }
        try {
            // Negative, because the least number has no positive counterpart.
            long negative = 0;
            for (int i = from; i < text.length(); i++) {
                negative = Math.subtractExact(Math.multiplyExact(negative, BASE), digit(text.charAt(i)));
            }
            return sign == '-' ? negative : Math.negateExact(negative);
        } catch (ArithmeticException e) {
            throw new NumberFormatException("the number does not fit 64 bits");
        }
    }

    private static int digit(char next) {
        if (next < '0' || next > '9') {
            throw malformed();
        }
        return next - '0';
    }

    private static NumberFormatException malformed() {
        return new NumberFormatException("it must be a whole number in the digits 0 to 9");
    }
}
