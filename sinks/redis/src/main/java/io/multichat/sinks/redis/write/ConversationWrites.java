package io.multichat.sinks.redis.write;

import io.multichat.events.Revision;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.link.RedisKeys;
import io.multichat.sinks.redis.link.ScriptCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a call of {@code write.lua} will write to one conversation. Bounded, because Redis answers nobody else while a script
 * runs.
 */
final class ConversationWrites {
    static final int MAX_ENTRIES = 500;
    static final int MAX_BYTES = 1 << 20;
    private static final int FIELDS_OF_SNAPSHOT = 5;

    private final String conversationKey;

    private final Set<String> messageIds = new HashSet<>();
    private final List<byte[]> ids = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<byte[]> scores = new ArrayList<>();
    private final List<byte[]> snapshots = new ArrayList<>();
    private long bytes;

    ConversationWrites(String conversationKey) {
        this.conversationKey = conversationKey;
    }

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
        bytes += entry.value().length;
    }

    void add(SinkEntry.Snapshot entry) {
        SessionSnapshot snapshot = entry.snapshot();
        snapshots.add(utf8(snapshot.sessionId().toString()));
        snapshots.add(utf8(isListed(snapshot) ? Long.toString(snapshot.span().startedAt()) : ""));
        snapshots.add(utf8(Integer.toString(snapshot.version().generation())));
        snapshots.add(utf8(Long.toString(snapshot.version().counter())));
        snapshots.add(entry.value());
        bytes += entry.value().length;
    }

    /** True when an entry with a value of that length has no room here. */
    boolean isFullFor(int valueBytes) {
        return entries() == MAX_ENTRIES || (entries() > 0 && bytes + valueBytes > MAX_BYTES);
    }

    /** True when a message of that id is here: a call takes only one event of a message. */
    boolean holds(String messageId) {
        return messageIds.contains(messageId);
    }

    int entries() {
        return ids.size() + snapshots.size() / FIELDS_OF_SNAPSHOT;
    }

    /** Of all values. */
    long bytes() {
        return bytes;
    }

    /** Adds what {@code write.lua} is given of this conversation. */
    void addTo(ScriptCall call) {
        RedisKeys keys = RedisKeys.of(conversationKey);
        call.keys()
                .addAll(List.of(keys.sessions(), keys.order(), keys.messages(), keys.bodies(), keys.conversations()));
        List<byte[]> arguments = call.arguments();
        arguments.add(utf8(conversationKey));
        arguments.add(utf8(Integer.toString(ids.size())));
        arguments.add(utf8(Integer.toString(snapshots.size() / FIELDS_OF_SNAPSHOT)));
        arguments.addAll(ids);
        arguments.addAll(bodies);
        arguments.addAll(scores);
        arguments.addAll(snapshots);
    }

    private static boolean isListed(SessionSnapshot snapshot) {
        SessionStatus.State state = snapshot.status().state();
        return state == SessionStatus.State.OPEN || state == SessionStatus.State.CLOSED;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
