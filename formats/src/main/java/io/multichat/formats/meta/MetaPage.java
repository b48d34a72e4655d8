package io.multichat.formats.meta;

import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.WallClock;
import io.multichat.formats.found.TimeOrder;
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

    /** The rest of a longer text is not read. */
    private static final int MAX_CHARS = 1 << 20;

    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f]+");

    private final ChatFile file;
    private final Conversation conversation;
    private final FoundEvents events;
    private final WallClock clock;
    private final StringBuilder sender = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder time = new StringBuilder();
    private final TimeOrder order = new TimeOrder();
    private long number;

    MetaPage(ChatFile file, Conversation conversation, FoundEvents events) {
        this.file = file;
        this.conversation = conversation;
        this.events = events;
        this.clock = new WallClock(events);
    }

    void read() throws IOException {
        try (HtmlReader html = new HtmlReader(file.open())) {
            StringBuilder target = new StringBuilder();
            for (HtmlReader.Piece piece = html.next(); piece != null; piece = html.next()) {
                if (target == time
                        && piece.tag().startsWith("/")
                        && !time.toString().isBlank()) {
                    pass();
                    target = new StringBuilder();
                } else if (!piece.tag().isEmpty()) {
                    target = target(piece, target);
                } else if (target.length() < MAX_CHARS) {
                    target.append(piece.value());
                }
            }
        } finally {
            order.end();
        }
    }

    private StringBuilder target(HtmlReader.Piece tag, StringBuilder before) {
        if (tag.hasClass("_a6-h") || tag.tag().equals("h2")) {
            sender.setLength(0);
            text.setLength(0);
            return sender;
        }
        if (tag.hasClass("_a6-p")) {
            return text;
        }
        // Some versions have an element of its own for the text of the time.
        if (tag.hasClass("_a6-o") || tag.hasClass("_a72d")) {
            time.setLength(0);
            return time;
        }
        if (before.length() < MAX_CHARS && (tag.tag().equals("br") || (tag.tag().equals("div") && before == text))) {
            before.append('\n');
        }
        return before;
    }

    private void pass() {
        number++;
        EventPlace place = new EventPlace("message", number, Optional.empty());
        String name = sender.toString().strip();
        Content content = FoundMessage.text(text.toString().strip());
        events.at(place, () -> {
            if (name.isEmpty()) {
                throw new RefusedException("no sender");
            }
            long at = clock.millis(
                    LocalDateTime.parse(BLANKS.matcher(time).replaceAll(" ").strip(), TIME));
            FoundMessage message =
                    new FoundMessage(conversation, Optional.empty(), FoundMessage.named(name), at, content);
            order.add(at, () -> events.at(place, () -> events.message(place, message)));
        });
    }
}
