package io.multichat.app.command;

import io.multichat.events.text.Rfc3339;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a request to the HTTP server. Options that were not given (null) are left out. */
final class ServerQuery {
    private final Map<String, String> parameters = new LinkedHashMap<>();

    ServerQuery with(String name, String value) {
        if (value != null) {
            parameters.put(name, value);
        }
        return this;
    }

    ServerQuery with(String name, Instant value) {
        return with(name, value == null ? null : Rfc3339.format(value.toEpochMilli()));
    }

    /** A new map, in the order of the calls. */
    Map<String, String> parameters() {
        return new LinkedHashMap<>(parameters);
    }
}
