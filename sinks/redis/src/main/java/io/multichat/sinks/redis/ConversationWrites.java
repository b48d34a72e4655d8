package io.multichat.sinks.redis;

import io.multichat.events.Revision;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.core.SinkEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one call of {@code write.lua} will write to one conversation. Bounded, because Redis answers nobody else while a
 * script runs.
 */
final class ConversationWrites {
    private static final int MAX_ENTRIES = 500;
    private static final int MAX_BYTES = 1 << 20;

    private final Set<String> messageIds = new HashSet<>();
    private final List<byte[]> ids = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<byte[]> scores = new ArrayList<>();
    private final List<byte[]> snapshots = new ArrayList<>();
    private int entries;
    private long bytes;

    /** Adds an event of a message that {@link #holds} does not know. */
    void add(SinkEntry.Transcript entry) {
        String messageId = entry.event().messageId().orElseThrow();
        byte[] id = utf8(messageId);
        messageIds.add(messageId);
        ids.add(id);
        bodies.add(id);
        bodies.add(MessageBody.encode(Revision.of(entry.event(), entry.value()), entry.placement()));
        scores.add(utf8(Long.toString(entry.placement().sentAt())));
        scores.add(id);
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

    /** True when a message of that id is here: a call takes only one event of a message. */
    boolean holds(String messageId) {
        return messageIds.contains(messageId);
    }

    ScriptCall toCall(String conversationKey, RedisSettings settings) {
        RedisKeys keys = RedisKeys.of(conversationKey);
        List<byte[]> arguments = new ArrayList<>(4 + 5 * ids.size() + snapshots.size());
        arguments.add(utf8(conversationKey));
        arguments.add(utf8(Long.toString(settings.ttl().toMillis())));
        arguments.add(utf8(Integer.toString(settings.messagesMax())));
        arguments.add(utf8(Integer.toString(ids.size())));
        arguments.addAll(ids);
        arguments.addAll(bodies);
        arguments.addAll(scores);
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
