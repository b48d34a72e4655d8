package io.multichat.sinks.redis.write;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.versions.Revision;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.layout.MessageBody;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.link.ScriptCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The entries that one call of {@code write.lua} writes to one conversation. Bounded, because Redis serves no other client
 * while a script runs.
 */
final class ConversationWrites {
    static final int MAX_ENTRIES = 500;
    static final int MAX_BYTES = 1 << 20;

    private final Conversation conversation;

    private final Set<String> messageIds = new HashSet<>();
    private final List<byte[]> ids = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<byte[]> scores = new ArrayList<>();
    private final Map<SessionId, SinkEntry.Snapshot> snapshots = new LinkedHashMap<>();
    private long bytes;
    private OptionalLong erasedUntil = OptionalLong.empty();

    ConversationWrites(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Adds a version of a message that this {@linkplain #takes takes}. */
    void add(SinkEntry.Transcript entry) {
        String messageId = entry.event().messageId().orElseThrow();
        byte[] id = utf8(messageId);
        messageIds.add(messageId);
        ids.add(id);
        bodies.add(id);
        bodies.add(MessageBody.encode(Revision.of(entry.event(), entry.value()), entry.placement()));
        scores.add(utf8(Long.toString(entry.placement().sentAt())));
        scores.add(id);
        bytes += entry.value().length;
    }

    /** Adds a snapshot; only the newest version of a session is kept, and of equal ones the last. */
    void add(SinkEntry.Snapshot entry) {
        SinkEntry.Snapshot known = snapshots.get(entry.snapshot().sessionId());
        if (known != null) {
            if (known.snapshot().version().compareTo(entry.snapshot().version()) > 0) {
                return;
            }
            bytes -= known.value().length;
        }
        snapshots.put(entry.snapshot().sessionId(), entry);
        bytes += entry.value().length;
    }

    /** Adds an erasure: all messages up to the last time that it covers are dropped, now and whenever they are written again. */
    void add(SinkEntry.Erasure entry) {
        erasedUntil =
                OptionalLong.of(Math.max(erasedUntil.orElse(0), entry.marker().until()));
    }

    /**
     * True if an entry fits: one with a value of this length, which is not another version of a message that has been added.
     *
     * @param messageId the message; empty for an entry that is not a version of a message
     */
    boolean takes(int valueBytes, String messageId) {
        boolean full = entries() == MAX_ENTRIES || (entries() > 0 && bytes + valueBytes > MAX_BYTES);
        return !full && !messageIds.contains(messageId);
    }

    int entries() {
        return ids.size() + snapshots.size();
    }

    /** The total length of all values. */
    long bytes() {
        return bytes;
    }

    /** Adds the keys and arguments of this conversation to a call of {@code write.lua}. */
    void addTo(ScriptCall call) {
        RedisKeys keys = RedisKeys.of(conversation);
        call.keys()
                .addAll(List.of(
                        keys.sessions(),
                        keys.order(),
                        keys.messages(),
                        keys.bodies(),
                        keys.trimming(),
                        keys.conversations()));
        List<byte[]> arguments = call.arguments();
        arguments.add(conversation.keyBytes());
        arguments.add(utf8(Integer.toString(ids.size())));
        arguments.add(utf8(Integer.toString(snapshots.size())));
        arguments.add(utf8(erasedUntil.isPresent() ? Long.toString(erasedUntil.getAsLong()) : ""));
        arguments.addAll(ids);
        arguments.addAll(bodies);
        arguments.addAll(scores);
        snapshots.values().forEach(snapshot -> addTo(arguments, snapshot));
    }

    /** Merged and deleted sessions are stored but not listed. */
    private static void addTo(List<byte[]> arguments, SinkEntry.Snapshot entry) {
        SessionSnapshot snapshot = entry.snapshot();
        arguments.add(utf8(snapshot.sessionId().toString()));
        arguments.add(
                utf8(snapshot.status().isLive() ? Long.toString(snapshot.span().startedAt()) : ""));
        arguments.add(utf8(Integer.toString(snapshot.version().generation())));
        arguments.add(utf8(Long.toString(snapshot.version().counter())));
        arguments.add(entry.value());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
