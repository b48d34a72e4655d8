package io.multichat.formats.kakaotalk;

import io.multichat.formats.EventPlace;
import io.multichat.formats.RefusedException;
import io.multichat.formats.found.LineMessages;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of a chat as text. Phones write date and time into each line, Windows writes the date into a line above the
 * messages of a day.
 */
final class KakaoText {
    private static final Pattern TITLE =
            Pattern.compile("KakaoTalk Chats with (?<with>.+)|(?<name>.+?)(?: 님과)? 카카오톡 대화\\s*");

    private static final Pattern DAY = Pattern.compile(
            "-{5,} (?:(?<year>\\d{4})년 (?<month>\\d{1,2})월 (?<day>\\d{1,2})일 \\S+"
                    + "|[A-Z][a-z]+, (?<monthName>[A-Z][a-z]{2,8}) (?<dayOfMonth>\\d{1,2}), (?<lastYear>\\d{4})) -{5,}\\s*");

    private static final Pattern OF_WINDOWS = Pattern.compile(
            "\\[(?<name>[^\\]]{1,200})] \\[(?:(?<half>오전|오후) )?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?: (?<ampm>AM|PM))?] (?<text>.*)",
            Pattern.DOTALL);

    private static final Pattern MESSAGE = Pattern.compile(", (?<name>.{1,200}?) : (?<text>.*)", Pattern.DOTALL);

    private final KakaoMessages messages;
    private Optional<LocalDate> day = Optional.empty();
    private boolean begun;

    KakaoText(KakaoMessages messages) {
        this.messages = messages;
    }

    /** Reads one line. What precedes the first time is a header. */
    void read(EventPlace place, String line, LineMessages open) {
        Optional<KakaoStamp> stamp = KakaoStamp.of(line);
        Matcher date = DAY.matcher(line);
        Matcher windows = OF_WINDOWS.matcher(line);
        if (stamp.isPresent()) {
            begun = true;
            stamped(place, stamp.get(), line, open);
        } else if (date.matches()) {
            begun = true;
            open.end();
            day = Optional.of(day(date));
        } else if (windows.matches()) {
            ofWindows(place, windows, open);
        } else if (begun) {
            open.add(line);
        } else if (place.number() == 1) {
            title(line);
        }
    }

    /** A time alone is the heading of what follows. */
    private void stamped(EventPlace place, KakaoStamp stamp, String line, LineMessages open) {
        Matcher message = MESSAGE.matcher(stamp.rest());
        if (stamp.rest().isBlank()) {
            open.end();
        } else if (message.matches()) {
            open.begin(
                    place,
                    message.group("text"),
                    text -> messages.pass(place, stamp.time(), Optional.of(message.group("name")), text));
        } else if (stamp.rest().startsWith(", ")) {
            open.begin(
                    place,
                    stamp.rest().substring(2),
                    text -> messages.pass(place, stamp.time(), Optional.empty(), text));
        } else {
            open.add(line);
        }
    }

    private static LocalDate day(Matcher date) {
        boolean korean = date.group("year") != null;
        return KakaoStamp.date(
                date.group(korean ? "year" : "lastYear"),
                date.group(korean ? "month" : "monthName"),
                date.group(korean ? "day" : "dayOfMonth"));
    }

    private void ofWindows(EventPlace place, Matcher message, LineMessages open) {
        LocalDateTime time = day.orElseThrow(() -> new RefusedException("no date above the line"))
                .atTime(KakaoStamp.time(
                        Optional.ofNullable(message.group("half")).orElse(message.group("ampm")),
                        message.group("hour"),
                        message.group("minute")));
        open.begin(
                place,
                message.group("text"),
                text -> messages.pass(place, time, Optional.of(message.group("name")), text));
    }

    private void title(String line) {
        Matcher title = TITLE.matcher(line);
        if (title.matches()) {
            messages.title(Optional.ofNullable(title.group("with")).orElseGet(() -> title.group("name")));
        }
    }
}
