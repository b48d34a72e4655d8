package io.multichat.formats.found;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.formats.RefusedException;
import io.multichat.formats.json.JsonFields;

/** Fields without which a value cannot become an event. */
public final class Required {
    private Required() {}

    /**
     * The field as text.
     *
     * @throws RefusedException when it is absent or empty; the reason names it
     */
    public static String text(JsonNode object, String field) {
        return JsonFields.text(object, field).orElseThrow(() -> new RefusedException("no " + field));
    }
}
