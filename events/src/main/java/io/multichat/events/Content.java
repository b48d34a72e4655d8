package io.multichat.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The content of an event. Every field is optional. Two contents are equal if all their fields are.
 *
 * <p>The content of a decoded event is parsed from the event's bytes on every call of an accessor; a caller that needs a field
 * twice should keep it.
 *
 * <p>Numbers in trees become Java's {@code double}, {@code long} or {@code BigInteger}, so a fraction may lose digits here. The
 * bytes of the event keep them.
 */
public sealed interface Content permits GivenContent, UnreadContent {
    /** The content without any field. */
    Content NONE = of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Creates a content; see the accessors. The caller must not modify the trees afterwards. */
    static Content of(
            Optional<String> text,
            Optional<String> emoji,
            Optional<String> replyTo,
            Optional<ArrayNode> parts,
            Optional<ObjectNode> attributes) {
        return new GivenContent(text, emoji, replyTo, parts, attributes);
    }

    /** Creates a content with only a text. */
    static Content ofText(String text) {
        return of(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The text, any Unicode; may be an empty string. */
    Optional<String> text();

    /** The length of the text in bytes of UTF-8; 0 without a text. Does not build the text. */
    int textBytes();

    /** The emoji of a reaction. */
    Optional<String> emoji();

    /** The id of the message that this one replies to. */
    Optional<String> replyTo();

    /** Typed parts: objects with a string {@code type} such as {@code attachment}, {@code tool_call} or {@code usage}. */
    Optional<ArrayNode> parts();

    /** An object of any shape. */
    Optional<ObjectNode> attributes();
}
