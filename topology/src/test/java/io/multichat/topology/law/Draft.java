package io.multichat.topology.law;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventEncoder;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.topology.testing.Story;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An event before its conversation has a name.
 *
 * @param conversation which of several
 * @param type what happens
 * @param message number of the message that it creates or is about
 * @param time milliseconds since {@link Story#BASE}
 * @param sender number of the sender
 * @param order the publisher's order
 * @param eventId number of the event, when it has one
 * @param textLength how long its text is, in characters of two bytes
 */
record Draft(
        int conversation,
        EventType type,
        int message,
        long time,
        int sender,
        Optional<Long> order,
        Optional<Integer> eventId,
        int textLength) {
    private static final EventEncoder EVENTS = new EventEncoder();

    /** The event in that conversation. */
    Published in(Conversation named) {
        ChatEvent event = new ChatEvent(
                type,
                named,
                Optional.of("m" + message),
                Optional.of(Sender.user("sender" + sender)),
                Story.BASE + time,
                order.map(OptionalLong::of).orElse(OptionalLong.empty()),
                eventId.map(id -> "e" + id),
                Content.ofText("\u00e9".repeat(textLength)));
        return new Published(event, EVENTS.encode(event));
    }

    /** An event and its bytes. */
    record Published(ChatEvent event, byte[] value) {}
}
