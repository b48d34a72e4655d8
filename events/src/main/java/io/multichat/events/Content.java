package io.multichat.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What an event carries beside its identity; all of it optional. Contents are equal when all that they hold is.
 *
 * <p>The content of a decoded event is built anew from the event's bytes each time that it is asked for: who needs it twice
 * keeps it.
 *
 * <p>Numbers in trees are read as Java's {@code double}, {@code long} or {@code BigInteger}, so a fraction may lose
 * digits here; the bytes of the event keep them.
 */
public sealed interface Content permits GivenContent, UnreadContent {
    /** Nothing at all. */
    Content NONE = of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A content of these, see the accessors. The trees must not be changed once they are in here. */
    static Content of(
            Optional<String> text,
            Optional<String> emoji,
            Optional<String> replyTo,
            Optional<ArrayNode> parts,
            Optional<ObjectNode> attributes) {
        return new GivenContent(text, emoji, replyTo, parts, attributes);
    }

    /** Only a text. */
    static Content ofText(String text) {
        return of(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Any Unicode, may be empty. */
    Optional<String> text();

    /** The length of the text in bytes of UTF-8, 0 without one; known without building the text. */
    int textBytes();

    /** The reaction of {@code reaction.*}. */
    Optional<String> emoji();

    /** Id of the message that this one answers. */
    Optional<String> replyTo();

    /** Objects, each with a string {@code type}: {@code attachment}, {@code tool_call}, {@code usage}, …. */
    Optional<ArrayNode> parts();

    /** A free object. */
    Optional<ObjectNode> attributes();
}
