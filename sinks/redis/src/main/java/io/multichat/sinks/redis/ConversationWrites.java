package io.multichat.sinks.redis;

import io.multichat.events.Revision;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.core.SinkEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What one call of {@code write.lua} will write to one conversation. Bounded, because Redis answers nobody else while a
 * script runs.
 */
final class ConversationWrites {
    private static final int MAX_ENTRIES = 500;
    private static final int MAX_BYTES = 1 << 20;

    private final List<byte[]> messages = new ArrayList<>();
    private final List<byte[]> snapshots = new ArrayList<>();
    private int entries;
    private long bytes;

    /** Adds an event of a message. */
    void add(SinkEntry.Transcript entry) {
        messages.add(utf8(entry.event().messageId().orElseThrow()));
        messages.add(MessageBody.encode(Revision.of(entry.event(), entry.value()), entry.placement()));
        count(entry.value());
    }

    void add(SinkEntry.Snapshot entry) {
        SessionSnapshot snapshot = entry.snapshot();
        snapshots.add(utf8(snapshot.sessionId().toString()));
        snapshots.add(utf8(isListed(snapshot) ? Long.toString(snapshot.span().startedAt()) : ""));
        snapshots.add(utf8(Integer.toString(snapshot.version().generation())));
        snapshots.add(utf8(Long.toString(snapshot.version().counter())));
        snapshots.add(entry.value());
        count(entry.value());
    }

    /** True when an entry with a value of that length has no room here. */
    boolean isFullFor(int valueBytes) {
        return entries == MAX_ENTRIES || (entries > 0 && bytes + valueBytes > MAX_BYTES);
    }

    ScriptCall toCall(String conversationKey, RedisSettings settings) {
        RedisKeys keys = RedisKeys.of(conversationKey);
        List<byte[]> arguments = new ArrayList<>(4 + messages.size() + snapshots.size());
        arguments.add(utf8(conversationKey));
        arguments.add(utf8(Long.toString(settings.ttl().toMillis())));
        arguments.add(utf8(Integer.toString(settings.messagesMax())));
        arguments.add(utf8(Integer.toString(messages.size() / 2)));
        arguments.addAll(messages);
        arguments.addAll(snapshots);
        return new ScriptCall(
                List.of(keys.sessions(), keys.order(), keys.messages(), keys.bodies(), keys.conversations()),
                arguments);
    }

    private void count(byte[] value) {
        entries++;
        bytes += value.length;
    }

    private static boolean isListed(SessionSnapshot snapshot) {
        SessionStatus.State state = snapshot.status().state();
        return state == SessionStatus.State.OPEN || state == SessionStatus.State.CLOSED;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
