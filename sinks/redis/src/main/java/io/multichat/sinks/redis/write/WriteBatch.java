package io.multichat.sinks.redis.write;

import io.multichat.events.EventType;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.link.ScriptCall;
import io.multichat.sinks.redis.settings.RedisSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts entries by conversation; what belongs to one keeps the entries' order. Reactions, participants and ends are left out: Redis
 * holds sessions and messages alone.
 */
final class WriteBatch {
    private final Map<String, ConversationWrites> open = new LinkedHashMap<>();
    private final List<ConversationWrites> full = new ArrayList<>();

    private WriteBatch() {}

    /** The calls of {@code write.lua}, to be run in their order. */
    static List<ScriptCall> calls(List<SinkEntry> entries, RedisSettings settings) {
        WriteBatch batch = new WriteBatch();
        entries.forEach(batch::add);
        WriteCalls calls = new WriteCalls(settings);
        batch.full.forEach(calls::add);
        batch.open.values().forEach(calls::add);
        return calls.all();
    }

    private void add(SinkEntry entry) {
        if (entry instanceof SinkEntry.Snapshot snapshot) {
            String conversation = snapshot.snapshot().conversation().key();
            writes(conversation, snapshot.value().length, "").add(snapshot);
        } else if (entry instanceof SinkEntry.Transcript transcript
                && isOfMessage(transcript.event().type())) {
            String conversation = transcript.event().conversation().key();
            String messageId = transcript.event().messageId().orElseThrow();
            writes(conversation, transcript.value().length, messageId).add(transcript);
        }
    }

    private ConversationWrites writes(String conversationKey, int valueBytes, String messageId) {
        ConversationWrites writes = open.computeIfAbsent(conversationKey, ConversationWrites::new);
        if (!writes.isFullFor(valueBytes) && !writes.holds(messageId)) {
            return writes;
        }
        full.add(writes);
        ConversationWrites next = new ConversationWrites(conversationKey);
        open.put(conversationKey, next);
        return next;
    }

    private static boolean isOfMessage(EventType type) {
        return type == EventType.MESSAGE_CREATED || type.revisesMessage();
    }
}
