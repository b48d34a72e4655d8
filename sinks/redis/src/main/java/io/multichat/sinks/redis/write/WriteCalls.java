package io.multichat.sinks.redis.write;

import io.multichat.sinks.redis.link.ScriptCall;
import io.multichat.sinks.redis.settings.RedisSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Packs writes into calls of {@code write.lua}, several into one call, because starting a call costs as much as a small write.
 */
final class WriteCalls {
    private static final int MAX_CONVERSATIONS = 64;

    private final RedisSettings settings;
    private final int maxConversations;
    private final List<ScriptCall> calls = new ArrayList<>();
    private int conversations;
    private int entries;
    private long bytes;

    private WriteCalls(RedisSettings settings) {
        this.settings = settings;
        // In a Cluster, all keys of a script must be in one slot.
        maxConversations = settings.endpoint().isCluster() ? 1 : MAX_CONVERSATIONS;
    }

    /** The calls, in the order of the writes. */
    static List<ScriptCall> pack(List<ConversationWrites> all, RedisSettings settings) {
        WriteCalls packed = new WriteCalls(settings);
        all.forEach(packed::add);
        return packed.calls;
    }

    private void add(ConversationWrites writes) {
        boolean hasRoom = conversations < maxConversations
                && entries + writes.entries() <= ConversationWrites.MAX_ENTRIES
                && bytes + writes.bytes() <= ConversationWrites.MAX_BYTES;
        if (calls.isEmpty() || !hasRoom) {
            begin();
        }
        writes.addTo(calls.get(calls.size() - 1));
        conversations++;
        entries += writes.entries();
        bytes += writes.bytes();
    }

    private void begin() {
        ScriptCall call = new ScriptCall(new ArrayList<>(), new ArrayList<>());
        call.arguments().add(ascii(settings.ttl().toMillis()));
        call.arguments().add(ascii(settings.messagesMax()));
        call.arguments().add(ascii(settings.messagesMaxBytes()));
        calls.add(call);
        conversations = 0;
        entries = 0;
        bytes = 0;
    }

    private static byte[] ascii(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
