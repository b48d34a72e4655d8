package io.multichat.formats.discord;

import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.text.TextLines;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text: a block about the channel, then messages of a header and several lines, with an empty line in between. */
final class TextExport {
    private static final Pattern HEADER =
            Pattern.compile("\\[(?<date>[^\\]]{8,40})\\] (?<author>.+?)(?: \\(pinned\\))?");

    private static final Pattern RULE = Pattern.compile("={20,}");

    private static final String CHANNEL = "Channel: ";

    private final ChatFile file;
    private final FoundEvents events;
    private final ExportDate dates;
    private String channel = "";
    private Optional<Matcher> header = Optional.empty();
    private EventPlace place = EventPlace.line(1);
    private final StringBuilder text = new StringBuilder();
    private boolean tooLong;

    TextExport(ChatFile file, FoundEvents events) {
        this.file = file;
        this.events = events;
        this.dates = new ExportDate(events);
    }

    static boolean recognizes(FileHead head) {
        List<String> lines = head.lines();
        return lines.size() > 2
                && RULE.matcher(lines.get(0)).matches()
                && lines.get(1).startsWith("Guild: ");
    }

    void read() throws IOException {
        boolean head = true;
        boolean afterBlank = true;
        try (TextLines lines = new TextLines(file.open())) {
            for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                boolean rule = RULE.matcher(line.get().text()).matches();
                if (rule && (line.get().number() == 1 || !head)) {
                    // The block at the end counts the messages.
                    end();
                    head = true;
                } else if (rule) {
                    head = false;
                } else if (head) {
                    head(line.get().text());
                } else {
                    read(line.get(), afterBlank);
                }
                afterBlank = line.get().text().isEmpty() || rule;
            }
        }
        end();
    }

    private void head(String line) {
        if (line.startsWith(CHANNEL)) {
            channel = line.substring(CHANNEL.length()).strip();
        }
    }

    private void read(TextLines.Line line, boolean afterBlank) {
        Matcher next = HEADER.matcher(line.text());
        if (afterBlank && next.matches() && ExportDate.isTime(next.group("date"))) {
            end();
            header = Optional.of(next);
            place = EventPlace.line(line.number());
        } else if (header.isPresent()) {
            text.append(line.text()).append('\n');
        } else if (!line.text().isBlank()) {
            events.refused(EventPlace.line(line.number()), "the line belongs to no message");
        }
        tooLong |= line.tooLong() || text.length() > TextLines.MAX_BYTES;
        if (tooLong) {
            text.setLength(0);
        }
    }

    private void end() {
        if (tooLong) {
            events.refused(place, "the message is longer than " + TextLines.MAX_BYTES + " bytes");
        } else {
            header.ifPresent(begin -> events.at(place, () -> pass(begin)));
        }
        header = Optional.empty();
        text.setLength(0);
        tooLong = false;
    }

    private void pass(Matcher begin) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        events.message(
                place,
                new FoundMessage(
                        ExportName.conversation(file, events, channel),
                        Optional.empty(),
                        FoundMessage.named(begin.group("author")),
                        dates.millis(begin.group("date")),
                        FoundMessage.text(text.substring(0, end))));
    }
}
