package io.multichat.topology.sessions;

import io.multichat.events.ChatEvent;
import io.multichat.events.MessagePosition;
import io.multichat.events.Sender;

/**
 * What a session needs to know of an accepted message.
 *
 * @param position its place in the conversation
 * @param sender who sent it
 * @param textBytes UTF-8 bytes of its text
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
