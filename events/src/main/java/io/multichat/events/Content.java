package io.multichat.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What an event carries beside its identity; all of it optional. The trees must not be changed once they are in here.
 *
 * <p>Numbers in trees are read as Java's {@code double}, {@code long} or {@code BigInteger}, so a fraction may lose
 * digits here; the bytes of the event keep them.
 *
 * @param text any Unicode, may be empty
 * @param emoji the reaction of {@code reaction.*}
 * @param replyTo id of the message that this one answers
 * @param parts objects, each with a string {@code type}: {@code attachment}, {@code tool_call}, {@code usage}, …
 * @param attributes a free object
 */
public record Content(
        Optional<String> text,
        Optional<String> emoji,
        Optional<String> replyTo,
        Optional<ArrayNode> parts,
        Optional<ObjectNode> attributes) {

    /** Nothing at all. */
    public static final Content NONE =
            new Content(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Only a text. */
    public static Content ofText(String text) {
        return new Content(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
