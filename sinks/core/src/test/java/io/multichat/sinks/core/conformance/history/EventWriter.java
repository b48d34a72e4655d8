package io.multichat.sinks.core.conformance.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.events.codec.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Creates the values of records in the transcript. */
final class EventWriter {
    private static final EventEncoder ENCODER = new EventEncoder();

    private EventWriter() {}

    static EventType type(Utterance.RecordType recordType) {
        return switch (recordType) {
            case EDIT -> EventType.MESSAGE_EDITED;
            case DELETE -> EventType.MESSAGE_DELETED;
            case REACTION -> EventType.REACTION_ADDED;
            case JOIN -> EventType.PARTICIPANT_JOINED;
            case END -> EventType.SESSION_ENDED;
            case DELETE_SESSION -> EventType.SESSION_DELETED;
            case ERASE_PARTICIPANT -> EventType.PARTICIPANT_ERASED;
            case HOLD -> EventType.HOLD_SET;
            default -> EventType.MESSAGE_CREATED;
        };
    }

    /**
     * A valid event.
     *
     * @param sentAt the time of a creation; an edit or delete has its own time
     */
    static byte[] bytes(Utterance next, long sentAt) {
        EventType type = type(next.recordType());
        byte[] json = ENCODER.encode(new ChatEvent(
                type,
                Strangers.conversation(next),
                ofMessage(type) ? Optional.of(Strangers.pick(Strangers.MESSAGE_IDS, next.message())) : Optional.empty(),
                sender(next),
                type.revisesMessage() ? Chronicle.NOON + next.time() : sentAt,
                OptionalLong.empty(),
                isNamed(next) ? Optional.of("event " + next.message()) : Optional.empty(),
                content(next, type)));
        return next.variant() % 5 == 4 ? spread(json) : json;
    }

    /** An invalid value, or a valid one for a record that is invalid for another reason. */
    static byte[] poison(Utterance.RecordType recordType) {
        return switch (recordType) {
            case NO_VALUE -> null;
            case NO_JSON -> new byte[] {'{', '\n', (byte) 0xFF};
            case HALF_A_SURROGATE_PAIR ->
                "{\"platform\":\"slack\",\"channel\":\"general\",\"messageId\":\"m\",\"text\":\"\\ud800\"}"
                        .getBytes(StandardCharsets.US_ASCII);
            default -> bytes(new Utterance(Utterance.RecordType.CREATION, 0, 0, 0, 0), Chronicle.NOON);
        };
    }

    /** True if the event has an event id, which the message selects. */
    static boolean isNamed(Utterance next) {
        return next.recordType() == Utterance.RecordType.REACTION && next.variant() % 3 > 0;
    }

    private static boolean ofMessage(EventType type) {
        return type.isOfMessage() || type == EventType.REACTION_ADDED;
    }

    private static Optional<Sender> sender(Utterance next) {
        EventType type = type(next.recordType());
        boolean unnamed = type.revisesMessage() && next.variant() % 2 == 0;
        if (unnamed || type == EventType.SESSION_ENDED || type.isCommand()) {
            return Optional.empty();
        }
        // The topology accepts an id once, so what has an id has one author. Where nobody is erased, stores may be
        // given more.
        boolean hasId = type == EventType.MESSAGE_CREATED || isNamed(next);
        boolean oneAuthor = hasId && Strangers.mayBeErasedIn(next.conversation());
        return Optional.of(Strangers.pick(Strangers.SENDERS, oneAuthor ? next.message() : next.variant()));
    }

    private static Content content(Utterance next, EventType type) {
        String text = Strangers.pick(Strangers.TEXTS, next.variant());
        return switch (type) {
            case MESSAGE_CREATED ->
                Content.of(
                        Optional.of(text),
                        Optional.empty(),
                        Optional.of("reply " + next.variant()),
                        next.variant() % 3 == 0 ? Optional.of(parts("usage")) : Optional.empty(),
                        Optional.empty());
            case MESSAGE_EDITED ->
                next.variant() % 4 == 3
                        ? Content.of(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(parts("attachment")),
                                Optional.empty())
                        : Content.ofText(text);
            case REACTION_ADDED ->
                Content.of(
                        Optional.empty(),
                        Optional.of("🧵" + next.variant()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case SESSION_DELETED, PARTICIPANT_ERASED, HOLD_SET -> Commands.content(next);
            default -> Content.NONE;
        };
    }

    private static ArrayNode parts(String type) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        parts.addObject().put("type", type);
        return parts;
    }

    /** The same event on several lines and with an unknown field. */
    private static byte[] spread(byte[] json) {
        String body = new String(Arrays.copyOfRange(json, 1, json.length - 1), StandardCharsets.UTF_8);
        return ("{\n  \"unheard\": [1, null],\r\n" + body + "\n}").getBytes(StandardCharsets.UTF_8);
    }
}
