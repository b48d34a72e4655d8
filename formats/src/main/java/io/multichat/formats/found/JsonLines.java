package io.multichat.formats.found;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import io.multichat.formats.json.DamagedJsonException;
import io.multichat.formats.json.JsonDocument;
import io.multichat.formats.json.JsonElement;
import io.multichat.formats.text.TextLines;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads a file that has one JSON object per line. A damaged line is refused, and the next one is read. Objects on several lines
 * that follow one another are read too, up to the first damage.
 */
public final class JsonLines {
    private JsonLines() {}

    /** Hands each value to the step; what it throws is a refusal of the line. */
    public static void read(ChatFile file, FoundEvents events, JsonStep step) throws IOException {
        if (!isOnePerLine(FileHead.of(file.path(), file.head()))) {
            new JsonDocument().on("", JsonValues.each(events, "value", step)).read(file.open());
            return;
        }
        try (TextLines lines = new TextLines(file.open(), JsonElement.MAX_BYTES)) {
            for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                TextLines.Line current = line.get();
                EventPlace place = EventPlace.line(current.number());
                if (!current.text().isBlank()) {
                    events.at(place, () -> step.run(place, value(current)));
                }
            }
        }
    }

    /** True unless the first line is only the beginning of an object. */
    static boolean isOnePerLine(FileHead head) {
        return (head.lines().size() == 1 && !head.text().startsWith("["))
                || head.lines().stream().anyMatch(JsonLines::isObject);
    }

    /** A line of an object on several lines may be an object too, but is indented. */
    private static boolean isObject(String line) {
        try {
            return line.startsWith("{") && JsonDocument.tree(line).isObject();
        } catch (DamagedJsonException e) {
            return false;
        }
    }

    private static JsonNode value(TextLines.Line line) {
        if (line.tooLong()) {
            throw new RefusedException("the line is longer than " + JsonElement.MAX_BYTES + " bytes");
        }
        try {
            return JsonDocument.tree(line.text());
        } catch (DamagedJsonException e) {
            throw new RefusedException(e.getMessage());
        }
    }
}
