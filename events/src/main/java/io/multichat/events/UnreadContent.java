package io.multichat.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.json.JsonTokens;
import io.multichat.events.json.StrictJson;
import java.util.Optional;

/**
 * A content that was validated but not parsed: most readers of an event never use its content. The {@code At} components are
 * offsets of values in the bytes, or {@link #ABSENT}.
 *
 * @param json the bytes of the event
 * @param textBytes the length of the text in bytes of UTF-8
 */
public record UnreadContent(
        byte[] json, int textBytes, int textAt, int emojiAt, int replyToAt, int partsAt, int attributesAt)
        implements Content {

    /** The offset of an absent field: no value starts where the event does. */
    static final int ABSENT = 0;

    @Override
    public Optional<String> text() {
        return string(textAt);
    }

    @Override
    public Optional<String> emoji() {
        return string(emojiAt);
    }

    @Override
    public Optional<String> replyTo() {
        return string(replyToAt);
    }

    @Override
    public Optional<ArrayNode> parts() {
        return partsAt == ABSENT ? Optional.empty() : Optional.of((ArrayNode) StrictJson.tree(json, partsAt));
    }

    @Override
    public Optional<ObjectNode> attributes() {
        return attributesAt == ABSENT
                ? Optional.empty()
                : Optional.of((ObjectNode) StrictJson.tree(json, attributesAt));
    }

    @Override
    public boolean equals(Object other) {
        return GivenContent.of(this).equals(other);
    }

    @Override
    public int hashCode() {
        return GivenContent.of(this).hashCode();
    }

    @Override
    public String toString() {
        return GivenContent.of(this).toString();
    }

    private Optional<String> string(int at) {
        if (at == ABSENT) {
            return Optional.empty();
        }
        JsonTokens tokens = new JsonTokens(json, at);
        tokens.string();
        return Optional.of(tokens.text());
    }
}
