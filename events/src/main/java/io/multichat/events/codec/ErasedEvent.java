package io.multichat.events.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The remainder of an event whose content and sender were erased: its type, conversation, message id and time. The messages of an
 * erased participant stay in this form, so that the intervals and counts of sessions stay true and what others replied to still
 * exists.
 *
 * <p>Two versions of a message that differ only in what is erased have the same remainder. The remainder of a remainder is the same
 * bytes.
 */
public final class ErasedEvent {
    /** The id of the sender in every remainder that needs one. */
    public static final String SENDER_ID = "erased";

    private static final String MARK = "erased";
    private static final EventEncoder ENCODER = new EventEncoder();

    private ErasedEvent() {}

    /** The bytes of the remainder. */
    public static byte[] of(ChatEvent event) {
        return ENCODER.encode(new ChatEvent(
                event.type(),
                event.conversation(),
                event.messageId(),
                event.type().revisesMessage()
                        ? Optional.empty()
                        : event.sender().map(ErasedEvent::nobody),
                event.at(),
                OptionalLong.empty(),
                Optional.empty(),
                event.type() == EventType.MESSAGE_CREATED ? marked() : Content.NONE));
    }

    /**
     * True for the remainder of a {@code message.created}. A message that only looks like one, and has a text, is not.
     *
     * @param value the bytes of the event
     */
    public static boolean isMessage(ChatEvent event, byte[] value) {
        return event.type() == EventType.MESSAGE_CREATED
                && event.sender().orElseThrow().id().equals(SENDER_ID)
                && isRemainder(event, value);
    }

    /**
     * True if nothing of an event can be erased any more.
     *
     * @param value the bytes of the event
     */
    public static boolean isRemainder(ChatEvent event, byte[] value) {
        return Arrays.equals(of(event), value);
    }

    /**
     * True for the sender and the attributes of such a remainder, which has no text.
     *
     * @param attributes an object, or missing
     */
    public static boolean isMessage(String senderId, JsonNode attributes) {
        return senderId.equals(SENDER_ID)
                && attributes.size() == 1
                && attributes.path(MARK).asBoolean();
    }

    private static Sender nobody(Sender sender) {
        return new Sender(SENDER_ID, Optional.empty(), sender.role());
    }

    private static Content marked() {
        return Content.of(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(JsonNodeFactory.instance.objectNode().put(MARK, true)));
    }
}
