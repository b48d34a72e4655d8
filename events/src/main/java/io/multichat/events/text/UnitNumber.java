package io.multichat.events.text;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses integers with a unit, such as {@code 30s} or {@code 16MiB}. */
final class UnitNumber {
    // 19 digits, as many as Long.MAX_VALUE has.
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,19})([A-Za-z]+)");

    private UnitNumber() {}

    /**
     * Parses a number and converts it to the smallest unit.
     *
     * @param value the text; may be null
     * @param units the size of each unit, in the smallest unit
     * @return empty if the text has another form or the number does not fit 64 bits
     */
    static OptionalLong read(String value, Map<String, Long> units) {
        Matcher parts = SHAPE.matcher(String.valueOf(value));
        Long unit = parts.matches() ? units.get(parts.group(2)) : null;
        if (unit == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Math.multiplyExact(WholeNumbers.parseLong(parts.group(1)), unit));
        } catch (NumberFormatException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
