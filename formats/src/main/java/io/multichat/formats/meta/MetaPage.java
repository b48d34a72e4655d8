package io.multichat.formats.meta;

import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.WallClock;
import io.multichat.formats.found.FileChannel;
import io.multichat.formats.text.HtmlReader;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One HTML file of a thread. A message is a sender, a text and a time, each in an element of a certain class; the time is the last
 * and has no zone.
 */
final class MetaPage {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMM d, uuuu[,] [h:mm[:ss] a][H:mm[:ss]]")
            .toFormatter(Locale.US);

    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f]+");

    private final String platform;
    private final ChatFile file;
    private final FoundEvents events;
    private final WallClock clock;
    private final StringBuilder sender = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder time = new StringBuilder();
    private long number;

    MetaPage(String platform, ChatFile file, FoundEvents events) {
        this.platform = platform;
        this.file = file;
        this.events = events;
        this.clock = new WallClock(events);
    }

    void read() throws IOException {
        try (HtmlReader html = new HtmlReader(file.open())) {
            StringBuilder target = new StringBuilder();
            for (HtmlReader.Piece piece = html.next(); piece != null; piece = html.next()) {
                if (target == time && piece.tag().startsWith("/")) {
                    pass();
                    target = new StringBuilder();
                } else if (!piece.tag().isEmpty()) {
                    target = target(piece, target);
                } else {
                    target.append(piece.value());
                }
            }
        }
    }

    private StringBuilder target(HtmlReader.Piece tag, StringBuilder before) {
        if (tag.hasClass("_a6-h")) {
            sender.setLength(0);
            text.setLength(0);
            return sender;
        }
        if (tag.hasClass("_a6-p")) {
            return text;
        }
        if (tag.hasClass("_a72d")) {
            time.setLength(0);
            return time;
        }
        if (tag.tag().equals("br") || (tag.tag().equals("div") && before == text)) {
            before.append('\n');
        }
        return before;
    }

    private void pass() {
        number++;
        EventPlace place = new EventPlace("message", number, Optional.empty());
        events.at(place, () -> {
            if (sender.toString().isBlank()) {
                throw new RefusedException("no sender");
            }
            long at = clock.millis(
                    LocalDateTime.parse(BLANKS.matcher(time).replaceAll(" ").strip(), TIME));
            events.message(
                    place,
                    new FoundMessage(
                            Conversation.of(platform, channel()),
                            Optional.empty(),
                            FoundMessage.named(sender.toString().strip()),
                            at,
                            FoundMessage.text(text.toString().strip())));
        });
    }

    /** The pages of a thread are in a folder that is named as the path of the thread is in JSON. */
    private String channel() {
        String[] names = file.path().split("/");
        return events.options().channel().isEmpty() && names.length > 1 && !names[names.length - 2].isEmpty()
                ? names[names.length - 2]
                : FileChannel.of(file, events);
    }
}
