package io.multichat.formats.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Repairs texts whose bytes of UTF-8 were each written as a character, as in all JSON of Meta. */
final class Mojibake {
    private Mojibake() {}

    /** The value with all of its texts repaired. */
    static JsonNode repaired(JsonNode value) {
        if (value.isTextual()) {
            return TextNode.valueOf(repaired(value.asText()));
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(element -> array.add(repaired(element)));
            return array;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                object.set(field.getKey(), repaired(field.getValue()));
            }
            return object;
        }
        return value;
    }

    /** The repaired text; the text itself if it is not damaged in this way. */
    static String repaired(String text) {
        if (text.chars().allMatch(character -> character < 0x80) || text.chars().anyMatch(c -> c > 0xFF)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }
}
