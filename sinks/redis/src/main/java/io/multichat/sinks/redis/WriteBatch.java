package io.multichat.sinks.redis;

import io.multichat.events.EventType;
import io.multichat.sinks.core.SinkEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts entries by conversation into calls of {@code write.lua}; within a conversation the calls keep the entries' order.
 * Reactions, participants and ends are left out: Redis holds sessions and messages alone.
 */
final class WriteBatch {
    private final RedisSettings settings;
    private final Map<String, ConversationWrites> open = new LinkedHashMap<>();
    private final List<ScriptCall> calls = new ArrayList<>();

    private WriteBatch(RedisSettings settings) {
        this.settings = settings;
    }

    static List<ScriptCall> calls(List<SinkEntry> entries, RedisSettings settings) {
        WriteBatch batch = new WriteBatch(settings);
        entries.forEach(batch::add);
        batch.open.forEach((key, writes) -> batch.calls.add(writes.toCall(key, settings)));
        return batch.calls;
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
        ConversationWrites writes = open.computeIfAbsent(conversationKey, key -> new ConversationWrites());
        if (!writes.isFullFor(valueBytes) && !writes.holds(messageId)) {
            return writes;
        }
        calls.add(writes.toCall(conversationKey, settings));
        ConversationWrites next = new ConversationWrites();
        open.put(conversationKey, next);
        return next;
    }

    private static boolean isOfMessage(EventType type) {
        return type == EventType.MESSAGE_CREATED || type.revisesMessage();
    }
}
