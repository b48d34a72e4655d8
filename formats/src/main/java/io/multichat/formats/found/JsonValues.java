package io.multichat.formats.found;

import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import io.multichat.formats.json.JsonDocument;
import io.multichat.formats.json.JsonElement;
import java.io.IOException;
import java.util.Optional;

/** Turns the values of a JSON file into events. A faulty value is refused with its place. */
public final class JsonValues {
    private JsonValues() {}

    /**
     * A receiver for {@link JsonDocument#on}.
     *
     * @param unit what a value is, for places: {@code message}
     */
    public static JsonDocument.Receiver each(FoundEvents events, String unit, JsonStep step) {
        return element -> {
            EventPlace place = new EventPlace(unit, element.number(), Optional.empty());
            events.at(place, () -> step.run(place, element.value().orElseThrow(JsonValues::tooLarge)));
        };
    }

    /**
     * Reads a file of conversations: the elements of an array, one object per line, or one object.
     *
     * @throws IOException when the file is damaged from some place on
     */
    public static void readConversations(ChatFile file, FoundEvents events, JsonStep step) throws IOException {
        if (FileHead.of(file.path(), file.head()).text().stripLeading().startsWith("[")) {
            new JsonDocument().on("[]", each(events, "conversation", step)).read(file.open());
        } else {
            JsonLines.read(file, events, step);
        }
    }

    private static RefusedException tooLarge() {
        return new RefusedException("larger than " + JsonElement.MAX_BYTES + " bytes");
    }
}
