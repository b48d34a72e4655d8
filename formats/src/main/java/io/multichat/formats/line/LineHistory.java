package io.multichat.formats.line;

import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.events.text.WholeNumbers;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.WallClock;
import io.multichat.formats.found.FileChannel;
import io.multichat.formats.found.LineMessages;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of one history. */
final class LineHistory {
    private static final Pattern MESSAGE = Pattern.compile(
            "(?<half>午前|午後|上午|下午)? ?(?<hour>\\d{1,2}):(?<minute>\\d{2}) ?(?<ampm>[AP]M)?\\t(?<first>[^\\t]*)(?:\\t(?<text>.*))?",
            Pattern.DOTALL);

    private static final Pattern TITLE = Pattern.compile(
            "\\[LINE] (?:Chat history (?:with|in) |與)?\"?(?<name>.+?)\"?(?:とのトーク履歴|のトーク履歴|のトーク|的聊天記錄)?\\s*");

    private final ChatFile file;
    private final FoundEvents events;
    private final WallClock clock;
    private Optional<String> title = Optional.empty();
    private Optional<LocalDate> day = Optional.empty();

    LineHistory(ChatFile file, FoundEvents events) {
        this.file = file;
        this.events = events;
        this.clock = new WallClock(events);
    }

    /** True for the first line of a message or a notice. */
    static boolean isMessage(String line) {
        return MESSAGE.matcher(line).matches();
    }

    /** Reads one line. */
    void read(EventPlace place, String line, LineMessages messages) {
        Optional<LocalDate> date = LineDay.of(line);
        Matcher message = MESSAGE.matcher(line);
        if (date.isPresent()) {
            messages.end();
            day = date;
        } else if (message.matches()) {
            begin(place, message, messages);
        } else if (place.number() == 1 && line.startsWith(LineFormat.TITLE)) {
            title = name(line);
        } else if (day.isPresent()) {
            messages.add(line);
        }
    }

    private void begin(EventPlace place, Matcher message, LineMessages messages) {
        LocalDate date = day.orElseThrow(() -> new RefusedException("no date above the line"));
        long at = clock.millis(LocalDateTime.of(date, time(message)));
        // A notice has no column for its sender.
        String text = message.group("text");
        Sender sender = text == null || message.group("first").isEmpty()
                ? FoundMessage.system()
                : FoundMessage.named(message.group("first"));
        Conversation conversation = Conversation.of(LineFormat.NAME, channel());
        messages.begin(
                place,
                text == null ? message.group("first") : text,
                whole -> events.message(
                        place,
                        new FoundMessage(
                                conversation, Optional.empty(), sender, at, FoundMessage.text(unquoted(whole)))));
    }

    private String channel() {
        return events.options().channel().or(() -> title).orElseGet(() -> FileChannel.of(file, events));
    }

    private static Optional<String> name(String line) {
        Matcher title = TITLE.matcher(line);
        return title.matches() ? Optional.of(title.group("name")) : Optional.empty();
    }

    private static LocalTime time(Matcher message) {
        int hour = WholeNumbers.parseInt(message.group("hour"));
        boolean half = message.group("half") != null || message.group("ampm") != null;
        boolean afternoon = "午後".equals(message.group("half"))
                || "下午".equals(message.group("half"))
                || "PM".equals(message.group("ampm"));
        return LocalTime.of(
                half ? hour % 12 + (afternoon ? 12 : 0) : hour, WholeNumbers.parseInt(message.group("minute")));
    }

    /** A text on several lines is often in quotes. */
    private static String unquoted(String text) {
        boolean quoted = text.contains("\n") && text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
