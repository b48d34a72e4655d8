package io.multichat.formats.line;

import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.LineMessages;
import java.io.IOException;

/** A chat history of LINE: a title, then days, of which each has lines of time, sender and text, separated by tabs. */
public final class LineFormat implements FileFormat {
    static final String NAME = "line";

    /** What the first line begins with. */
    static final String TITLE = "[LINE] ";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return head.text().startsWith(TITLE)
                || (head.lines().stream().anyMatch(line -> LineDay.of(line).isPresent())
                        && head.lines().stream().anyMatch(line -> LineHistory.isMessage(line)));
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        LineMessages.read(file, events, new LineHistory(file, events)::read);
    }
}
