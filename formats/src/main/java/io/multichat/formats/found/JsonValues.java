package io.multichat.formats.found;

import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import io.multichat.formats.json.JsonDocument;
import io.multichat.formats.json.JsonElement;
import java.util.Optional;

/** Turns the values at a path of a JSON file into events. What a value lacks is refused with its place. */
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

    private static RefusedException tooLarge() {
        return new RefusedException("larger than " + JsonElement.MAX_BYTES + " bytes");
    }
}
