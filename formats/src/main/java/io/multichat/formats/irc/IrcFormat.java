package io.multichat.formats.irc;

import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.text.TextLines;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Logs of IRC clients and bots. */
public final class IrcFormat implements FileFormat {
    private static final int LINES_FOR_RECOGNITION = 100;

    /** A log that someone dumped as a Python literal: the quote of the beginning is also at the end. */
    private static final String LITERAL = "b'";

    /** A line of LINE: WeeChat's columns, but no program for IRC writes a time without seconds in front of them. */
    private static final Pattern NOT_IRC = Pattern.compile("\\d{1,2}:\\d{2}\\t[^\\t]*\\t.*", Pattern.DOTALL);

    @Override
    public String name() {
        return "irc";
    }

    @Override
    public boolean recognizes(FileHead head) {
        List<String> lines = head.lines().stream()
                .map(IrcFormat::withoutLiteral)
                .filter(line -> !line.isBlank())
                .limit(LINES_FOR_RECOGNITION)
                .toList();
        long recognized = lines.stream().filter(IrcFormat::isLogLine).count();
        return recognized > 0 && recognized * 3 >= lines.size() * 2L;
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        IrcLog log = new IrcLog(file, events);
        try (TextLines lines = new TextLines(file.open())) {
            boolean literal = false;
            Optional<TextLines.Line> line = lines.next();
            while (line.isPresent()) {
                TextLines.Line current = line.get();
                line = lines.next();
                literal |= current.number() == 1 && current.text().startsWith(LITERAL);
                String text = current.number() == 1 ? withoutLiteral(current.text()) : current.text();
                boolean quoted = literal && line.isEmpty() && text.endsWith("'");
                log.read(new TextLines.Line(
                        current.number(), quoted ? text.substring(0, text.length() - 1) : text, current.tooLong()));
            }
        }
    }

    private static String withoutLiteral(String line) {
        return line.startsWith(LITERAL) ? line.substring(LITERAL.length()) : line;
    }

    private static boolean isLogLine(String line) {
        try {
            return IrcClock.isAnnouncement(line)
                    || IrcStamp.of(line)
                            .filter(stamp -> !NOT_IRC.matcher(line).matches())
                            .map(IrcStamp::body)
                            .filter(body -> IrcBody.of(body).isPresent() || IrcClock.isAnnouncement(body))
                            .isPresent();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
