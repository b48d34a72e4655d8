package io.multichat.sinks.core.conformance.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.erasure.ParticipantHash;
import java.util.Optional;

/** The parameters of commands. */
final class Commands {
    private Commands() {}

    /** A command to delete the session at a time, to erase a sender, or to hold either. */
    static Content content(Utterance next) {
        Conversation conversation = Strangers.conversation(next);
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.put(
                "session",
                SessionId.of(Chronicle.NOON + next.time() * Chronicle.UNIT_MS, conversation.hash())
                        .toString());
        attributes.put(
                "participant",
                ParticipantHash.of(
                                conversation,
                                Strangers.pick(Strangers.SENDERS, next.message())
                                        .id())
                        .hex());
        attributes.put("hold", "hold " + next.variant());
        return Content.of(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(attributes));
    }
}
