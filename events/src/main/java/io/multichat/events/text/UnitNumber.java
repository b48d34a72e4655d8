package io.multichat.events.text;

import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole number with its unit, such as {@code 30s} or {@code 16MiB}. */
final class UnitNumber {
    // As many digits as the greatest long has.
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,19})([A-Za-z]+)");

    private UnitNumber() {}

    /**
     * The number in the least unit.
     *
     * @param value may be null
     * @param units how many of the least unit each unit is
     * @return empty when the value is not written so, or does not fit 64 bits
     */
    static OptionalLong read(String value, Map<String, Long> units) {
        Matcher parts = SHAPE.matcher(String.valueOf(value));
        Long unit = parts.matches() ? units.get(parts.group(2)) : null;
        if (unit == null) {
            return OptionalLong.empty();
        }
        BigInteger number = new BigInteger(parts.group(1)).multiply(BigInteger.valueOf(unit));
        return number.bitLength() < Long.SIZE ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }
}
