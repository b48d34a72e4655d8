package io.multichat.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the object {@code sender}; the parser stands on its first token and is left on its last. */
final class SenderReader {
    private static final Set<String> KNOWN = Set.of("id", "name", "role");

    private SenderReader() {}

    static Sender read(JsonParser parser) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            throw FieldReader.wrongType("sender", "an object");
        }
        Map<String, Optional<String>> values = new HashMap<>(8);
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (!KNOWN.contains(field)) {
                parser.skipChildren();
                continue;
            }
            String name = "sender." + field;
            Optional<String> value =
                    token == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(FieldReader.string(name, parser));
            if (values.put(field, value) != null) {
                throw new InvalidEventException(RejectReason.DUPLICATE_FIELD, name + " is given twice");
            }
        }
        String id = value(values, "id")
                .orElseThrow(() -> new InvalidEventException(RejectReason.MISSING_FIELD, "sender.id is missing"));
        Sender.Role role = value(values, "role").map(Sender.Role::ofWireName).orElse(Sender.Role.USER);
        return new Sender(id, value(values, "name"), role);
    }

    private static Optional<String> value(Map<String, Optional<String>> values, String field) {
        return values.getOrDefault(field, Optional.empty());
    }
}
