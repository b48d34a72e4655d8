package io.multichat.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A value of a JSON file.
 *
 * @param number counts the values at this path from 1
 * @param line the line where it begins, from 1
 * @param value the value; empty when it is larger than {@link #MAX_BYTES} or has more than a million values
 */
public record JsonElement(long number, long line, Optional<JsonNode> value) {
    /** The largest value that is handed out, in bytes of the file. */
    public static final int MAX_BYTES = 16 << 20;

    /** The value as text if it is a text or a number that is not empty. */
    public Optional<String> text() {
        return value.filter(JsonNode::isValueNode)
                .filter(node -> !node.isNull())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }
}
