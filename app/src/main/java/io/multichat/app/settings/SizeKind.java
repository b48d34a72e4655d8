package io.multichat.app.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes such as {@code 64KiB} or {@code 16MiB}.
 *
 * @param min the smallest that is allowed, in bytes
 * @param max the largest that is allowed, in bytes
 */
record SizeKind(int min, int max) implements ValueKind<Integer> {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,10})(B|KiB|MiB)");

    @Override
    public Integer parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException("not a size");
        }
        long bytes = Long.parseLong(shape.group(1)) << shift(shape.group(2));
        if (bytes < min || bytes > max) {
            throw new IllegalArgumentException("out of range");
        }
        return (int) bytes;
    }

    @Override
    public String rule() {
        return "a size from " + format(min) + " to " + format(max) + ", such as 64KiB";
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "B" -> 0;
            case "KiB" -> 10;
            default -> 20;
        };
    }

    private static String format(int bytes) {
        if (bytes % (1 << 20) == 0) {
            return (bytes >> 20) + "MiB";
        }
        return bytes % (1 << 10) == 0 ? (bytes >> 10) + "KiB" : bytes + "B";
    }
}
