package io.multichat.topology.sessions;

import io.multichat.events.ChatEvent;
import io.multichat.events.MessagePosition;
import io.multichat.events.Sender;

/**
 * The properties of an accepted message that a session records.
 *
 * @param position its position in the conversation
 * @param sender who sent it
 * @param textBytes length of its text in UTF-8, in bytes
 */
record Message(MessagePosition position, Sender sender, long textBytes) {
    static Message of(ChatEvent event, long order) {
        return new Message(
                new MessagePosition(event.at(), order, event.messageId().orElseThrow()),
                event.sender().orElseThrow(),
                event.content().textBytes());
    }

    long sentAt() {
        return position.sentAt();
    }
}
