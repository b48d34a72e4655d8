package io.multichat.formats.kakaotalk;

import io.multichat.events.text.WholeNumbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a line begins.
 *
 * @param time the time
 * @param rest what follows the time
 */
record KakaoStamp(LocalDateTime time, String rest) {
    private static final Pattern KOREAN = Pattern.compile(
            "(?<year>\\d{4})[년.] (?<month>\\d{1,2})[월.] (?<day>\\d{1,2})[일.] (?<half>오전|오후) (?<hour>\\d{1,2}):(?<minute>\\d{2})"
                    + "(?<rest>.*)",
            Pattern.DOTALL);

    private static final Pattern ENGLISH = Pattern.compile(
            "(?<month>[A-Z][a-z]{2,8}) (?<day>\\d{1,2}), (?<year>\\d{4})(?:,| at) (?<hour>\\d{1,2}):(?<minute>\\d{2})"
                    + "(?:[ \u202f](?<half>AM|PM))?(?<rest>.*)",
            Pattern.DOTALL);

    /** The time at the beginning of a line; empty if there is none. */
    static Optional<KakaoStamp> of(String line) {
        for (Pattern pattern : new Pattern[] {KOREAN, ENGLISH}) {
            Matcher stamp = pattern.matcher(line);
            if (stamp.matches()) {
                try {
                    LocalDate date = date(stamp.group("year"), stamp.group("month"), stamp.group("day"));
                    return Optional.of(new KakaoStamp(
                            date.atTime(time(stamp.group("half"), stamp.group("hour"), stamp.group("minute"))),
                            stamp.group("rest")));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A date.
     *
     * @param month a number or an English name
     */
    static LocalDate date(String year, String month, String day) {
        return LocalDate.of(WholeNumbers.parseInt(year), month(month), WholeNumbers.parseInt(day));
    }

    /** @param half null for a time of 24 hours */
    static LocalTime time(String half, String hour, String minute) {
        if (half == null) {
            return LocalTime.of(WholeNumbers.parseInt(hour), WholeNumbers.parseInt(minute));
        }
        boolean afternoon = half.equals("오후") || half.equals("PM");
        return LocalTime.of(WholeNumbers.parseInt(hour) % 12 + (afternoon ? 12 : 0), WholeNumbers.parseInt(minute));
    }

    private static int month(String text) {
        if (text.charAt(0) <= '9') {
            return WholeNumbers.parseInt(text);
        }
        return Arrays.stream(Month.values())
                .filter(month ->
                        month.getDisplayName(TextStyle.FULL, Locale.US).regionMatches(0, text, 0, text.length()))
                .findFirst()
                .orElseThrow(() -> new DateTimeException("no such month: " + text))
                .getValue();
    }
}
