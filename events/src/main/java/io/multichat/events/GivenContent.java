package io.multichat.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** A content in memory. */
public record GivenContent(
        Optional<String> text,
        Optional<String> emoji,
        Optional<String> replyTo,
        Optional<ArrayNode> parts,
        Optional<ObjectNode> attributes)
        implements Content {

    /** Builds all fields of a content. */
    public static GivenContent of(Content content) {
        return new GivenContent(
                content.text(), content.emoji(), content.replyTo(), content.parts(), content.attributes());
    }

    @Override
    public int textBytes() {
        return text.map(all -> all.getBytes(StandardCharsets.UTF_8).length).orElse(0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content that
                && text.equals(that.text())
                && emoji.equals(that.emoji())
                && replyTo.equals(that.replyTo())
                && parts.equals(that.parts())
                && attributes.equals(that.attributes());
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, emoji, replyTo, parts, attributes);
    }
}
