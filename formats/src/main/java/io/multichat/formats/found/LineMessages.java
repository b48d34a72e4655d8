package io.multichat.formats.found;

import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import io.multichat.formats.text.TextLines;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The messages of a text file, whose text may continue on the lines that follow. A text that is too long is refused, so memory is
 * bounded. Used by one thread.
 */
public final class LineMessages {
    private static final int MAX_CHARS = TextLines.MAX_BYTES;

    private final FoundEvents events;
    private final StringBuilder text = new StringBuilder();
    private Optional<Consumer<String>> open = Optional.empty();
    private EventPlace begin = EventPlace.line(1);
    private boolean tooLong;

    private LineMessages(FoundEvents events) {
        this.events = events;
    }

    /**
     * Reads a file line by line.
     *
     * @param step what it throws as {@link io.multichat.formats.FoundStep#run()} does is a refusal of the line
     */
    public static void read(ChatFile file, FoundEvents events, LineStep step) throws IOException {
        LineMessages messages = new LineMessages(events);
        try (TextLines lines = new TextLines(file.open())) {
            for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                TextLines.Line current = line.get();
                EventPlace place = EventPlace.line(current.number());
                if (current.tooLong()) {
                    events.refused(place, "the line is longer than " + TextLines.MAX_BYTES + " bytes");
                } else {
                    events.at(place, () -> step.read(place, current.text(), messages));
                }
            }
        } finally {
            messages.end();
        }
    }

    /**
     * Begins a message.
     *
     * @param first the text on its first line
     * @param pass passes the message on when its whole text is known
     */
    public void begin(EventPlace place, String first, Consumer<String> pass) {
        end();
        begin = place;
        open = Optional.of(pass);
        append(first);
    }

    /**
     * Adds a line to the message that is open.
     *
     * @throws RefusedException when none is open and the line is not blank
     */
    public void add(String line) {
        if (open.isPresent()) {
            append("\n");
            append(line);
        } else if (!line.isBlank()) {
            throw new RefusedException("the line does not belong to a message");
        }
    }

    /** Passes on the message that is open, without the blank lines after it. */
    public void end() {
        if (open.isPresent()) {
            Consumer<String> pass = open.get();
            open = Optional.empty();
            String whole = text.toString().stripTrailing();
            boolean refused = tooLong;
            text.setLength(0);
            tooLong = false;
            events.at(begin, () -> {
                if (refused) {
                    throw new RefusedException("the text is longer than " + MAX_CHARS + " characters");
                }
                pass.accept(whole);
            });
        }
    }

    private void append(String part) {
        tooLong |= text.length() + part.length() > MAX_CHARS;
        if (!tooLong) {
            text.append(part);
        }
    }
}
