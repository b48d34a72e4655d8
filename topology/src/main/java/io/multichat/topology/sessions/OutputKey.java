package io.multichat.topology.sessions;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import java.nio.charset.StandardCharsets;

/**
 * The key of an output record, together with the conversation that the record belongs to.
 *
 * @param bytes the record key as it is written; null when a dead letter's record had none
 * @param conversation decides the partition of a snapshot, whose key is a session id
 */
public record OutputKey(byte[] bytes, Conversation conversation) {
    static OutputKey of(Conversation conversation) {
        return new OutputKey(conversation.keyBytes(), conversation);
    }

    static OutputKey of(SessionId session, Conversation conversation) {
        return new OutputKey(session.toString().getBytes(StandardCharsets.US_ASCII), conversation);
    }
}
