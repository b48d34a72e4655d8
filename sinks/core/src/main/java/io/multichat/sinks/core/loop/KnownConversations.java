package io.multichat.sinks.core.loop;

import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The conversations by the keys of their records, so that each is decoded once and the tables of stores find one object again. In
 * memory; cleared when full, which is rare even on a busy partition. Thread-safe.
 */
final class KnownConversations {
    private static final int MOST = 50_000;

    private final Map<String, Conversation> byKey = new ConcurrentHashMap<>();

    /**
     * The conversation with a key.
     *
     * @throws InvalidEventException if the bytes are not the key of a conversation
     */
    Conversation get(byte[] key) {
        String text = new String(key, StandardCharsets.ISO_8859_1);
        Conversation known = byKey.get(text);
        if (known != null) {
            return known;
        }
        Conversation conversation = Conversation.ofKey(text);
        if (byKey.size() >= MOST) {
            byKey.clear();
        }
        byKey.put(text, conversation);
        return conversation;
    }
}
