package io.multichat.formats.found;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Content;
import io.multichat.formats.json.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a turn: one text, or a list of texts and of parts of other types, as language models are given it. Used by one
 * thread.
 */
public final class TypedContent {
    private static final Set<String> TEXTS = Set.of("text", "input_text", "output_text", "audio_transcription");

    private final List<String> texts = new ArrayList<>();
    private final ArrayNode parts = JsonNodeFactory.instance.arrayNode();

    /** @param content a text, a list or null */
    public TypedContent(JsonNode content) {
        if (content.isTextual()) {
            texts.add(content.asText());
        }
        for (JsonNode part : content.isArray() ? content : JsonNodeFactory.instance.arrayNode()) {
            if (part.isTextual()) {
                texts.add(part.asText());
            } else if (TEXTS.contains(type(part))) {
                JsonFields.text(part, "text").ifPresent(texts::add);
            } else if (part.isObject()) {
                add(type(part), part);
            }
        }
    }

    /** Adds a text. */
    public void addText(String text) {
        texts.add(text);
    }

    /** Adds a part of this type. */
    public void add(String type, JsonNode fields) {
        ObjectNode part = parts.addObject().put("type", type);
        fields.properties().forEach(field -> part.putIfAbsent(field.getKey(), field.getValue()));
    }

    /** The texts, one below the other. */
    public String text() {
        return String.join("\n", texts);
    }

    /** True when there is neither a text nor a part. */
    public boolean isEmpty() {
        return text().isBlank() && parts.isEmpty();
    }

    /** The content of an event. */
    public Content content(Optional<String> replyTo, Optional<ObjectNode> attributes) {
        return Content.of(
                Optional.of(text()),
                Optional.empty(),
                replyTo,
                Optional.of(parts).filter(found -> !found.isEmpty()),
                attributes);
    }

    private static String type(JsonNode part) {
        String type = JsonFields.text(part, "type")
                .or(() -> JsonFields.text(part, "content_type"))
                .or(() -> JsonFields.text(part, "block_type"))
                .orElse("part");
        return type.equals("tool_use") ? "tool_call" : type;
    }
}
