package io.multichat.app.command.read;

import io.multichat.app.command.option.TimeRangeOptions;
import io.multichat.events.text.Rfc3339;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request to the HTTP server. Options that were not given (null) are left out. */
final class ServerQuery {
    private final Map<String, String> parameters = new LinkedHashMap<>();

    ServerQuery with(String name, String value) {
        if (value != null) {
            parameters.put(name, value);
        }
        return this;
    }

    ServerQuery within(TimeRangeOptions range) {
        return with("from", time(range.from())).with("to", time(range.to()));
    }

    /** A new map, in the order of the calls. */
    Map<String, String> parameters() {
        return new LinkedHashMap<>(parameters);
    }

    private static String time(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).map(Rfc3339::format).orElse(null);
    }
}
