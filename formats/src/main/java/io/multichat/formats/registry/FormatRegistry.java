package io.multichat.formats.registry;

import io.multichat.formats.EventReader;
import io.multichat.formats.SessionWriter;
import io.multichat.formats.jsonl.JsonLinesReader;
import io.multichat.formats.jsonl.JsonLinesWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * File formats by name. Immutable.
 *
 * @param <P> the opener of a port
 */
public final class FormatRegistry<P> {
    /** JSON Lines: one JSON object per line. */
    public static final String JSON_LINES = "jsonl";

    /** Formats that can be imported. */
    public static final FormatRegistry<EventReader.Opener> READERS =
            new FormatRegistry<>(Map.of(JSON_LINES, JsonLinesReader::new));

    /** Formats that can be exported. */
    public static final FormatRegistry<SessionWriter.Opener> WRITERS =
            new FormatRegistry<>(Map.of(JSON_LINES, JsonLinesWriter::new));

    private final TreeMap<String, P> formats;

    private FormatRegistry(Map<String, P> formats) {
        this.formats = new TreeMap<>(formats);
    }

    /** The names of all formats, sorted. */
    public List<String> names() {
        return List.copyOf(formats.keySet());
    }

    /** @throws IllegalArgumentException when no format has this name; the message lists the names */
    public P named(String name) {
        P format = formats.get(name);
        if (format == null) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is not a known format; use one of: " + String.join(", ", names()));
        }
        return format;
    }
}
