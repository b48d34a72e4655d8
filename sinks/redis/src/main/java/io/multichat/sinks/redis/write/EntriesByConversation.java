package io.multichat.sinks.redis.write;

import io.multichat.events.Conversation;
import io.multichat.sinks.core.SinkEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts entries by conversation; the entries of one conversation keep their order. Redis holds only sessions and messages, so
 * all other events are dropped.
 */
final class EntriesByConversation {
    private final Map<Conversation, ConversationWrites> open = new LinkedHashMap<>();
    private final List<ConversationWrites> full = new ArrayList<>();

    private EntriesByConversation() {}

    /** The writes in the order in which they must run. */
    static List<ConversationWrites> sort(List<SinkEntry> entries) {
        EntriesByConversation sorted = new EntriesByConversation();
        entries.forEach(sorted::add);
        List<ConversationWrites> all = new ArrayList<>(sorted.full);
        all.addAll(sorted.open.values());
        return all;
    }

    private void add(SinkEntry entry) {
        if (entry instanceof SinkEntry.Snapshot snapshot) {
            writes(snapshot.snapshot().conversation(), snapshot.value().length, "")
                    .add(snapshot);
        } else if (entry instanceof SinkEntry.Erasure erasure) {
            writes(erasure.command().conversation(), erasure.value().length, "").add(erasure);
        } else if (entry instanceof SinkEntry.Transcript transcript
                && transcript.event().type().isOfMessage()) {
            String messageId = transcript.event().messageId().orElseThrow();
            writes(transcript.conversation(), transcript.value().length, messageId)
                    .add(transcript);
        }
    }

    private ConversationWrites writes(Conversation conversation, int valueBytes, String messageId) {
        ConversationWrites writes = open.computeIfAbsent(conversation, ConversationWrites::new);
        if (writes.takes(valueBytes, messageId)) {
            return writes;
        }
        full.add(writes);
        ConversationWrites next = new ConversationWrites(conversation);
        open.put(conversation, next);
        return next;
    }
}
