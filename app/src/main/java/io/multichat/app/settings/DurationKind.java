package io.multichat.app.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time span such as {@code 500ms}, {@code 30s}, {@code 30m}, {@code 24h} or {@code 7d}.
 *
 * @param min the shortest that is allowed
 * @param max the longest that is allowed
 */
public record DurationKind(Duration min, Duration max) implements ValueKind<Duration> {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,12})(ms|s|m|h|d)");

    /** Any time span that is written this way. */
    public static final DurationKind ANY = new DurationKind(Duration.ZERO, Duration.ofDays(36_500));

    static DurationKind between(String min, String max) {
        return new DurationKind(ANY.parse(min), ANY.parse(max));
    }

    @Override
    public Duration parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException("not a duration");
        }
        Duration duration =
                Duration.ofMillis(Math.multiplyExact(Long.parseLong(shape.group(1)), millis(shape.group(2))));
        if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return duration;
    }

    @Override
    public String rule() {
        return "a duration from " + format(min) + " to " + format(max) + ", such as 500ms, 30s or 24h";
    }

    /** The duration as it is written in settings, in the largest unit that loses nothing. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            if (millis > 0 && millis % millis(unit) == 0) {
                return millis / millis(unit) + unit;
            }
        }
        return millis + "ms";
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
    }
}
