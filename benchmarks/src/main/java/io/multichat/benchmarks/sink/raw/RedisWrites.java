package io.multichat.benchmarks.sink.raw;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.hash.Murmur2;
import io.multichat.sinks.core.SinkEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import redis.clients.jedis.AbstractPipeline;

/**
 * Everything that a batch writes to one conversation, ready to be sent: four keys, the set of conversations, and the
 * instant at which they expire.
 */
public final class RedisWrites {
    private static final long EXPIRY_MS = Duration.ofHours(24).toMillis();

    private final byte[] conversation;
    private final byte[] bodies;
    private final byte[] messages;
    private final byte[] sessions;
    private final byte[] order;
    private final byte[] conversations;
    private final Map<byte[], byte[]> newBodies = new LinkedHashMap<>();
    private final Map<byte[], Double> sentAt = new LinkedHashMap<>();
    private final Map<byte[], byte[]> newSnapshots = new LinkedHashMap<>();
    private final Map<byte[], Double> startedAt = new LinkedHashMap<>();

    private RedisWrites(String key) {
        String tag = String.format(Locale.ROOT, "mc:{%08x}:", Murmur2.hash(bytes(key)));
        conversation = bytes(key);
        bodies = bytes(tag + key + ":bodies");
        messages = bytes(tag + key + ":messages");
        sessions = bytes(tag + key + ":sessions");
        order = bytes(tag + key + ":order");
        conversations = bytes(tag + "conversations");
    }

    static List<RedisWrites> of(Decoded batch) {
        Map<String, RedisWrites> writes = new LinkedHashMap<>();
        for (SinkEntry.Transcript message : batch.messages()) {
            writes.computeIfAbsent(message.event().conversation().key(), RedisWrites::new)
                    .add(message);
        }
        for (SinkEntry.Snapshot snapshot : batch.snapshots()) {
            writes.computeIfAbsent(snapshot.snapshot().conversation().key(), RedisWrites::new)
                    .add(snapshot.snapshot(), snapshot.value());
        }
        return new ArrayList<>(writes.values());
    }

    /** One command for each message and each snapshot. */
    public void oneByOne(AbstractPipeline pipeline) {
        newBodies.forEach((id, body) -> pipeline.hset(bodies, id, body));
        sentAt.forEach((id, time) -> pipeline.zadd(messages, time, id));
        newSnapshots.forEach((id, snapshot) -> pipeline.hset(sessions, id, snapshot));
        startedAt.forEach((id, time) -> pipeline.zadd(order, time, id));
        expire(pipeline);
    }

    /** One command for each key, with all of its content. */
    public void grouped(AbstractPipeline pipeline) {
        if (!newBodies.isEmpty()) {
            pipeline.hset(bodies, newBodies);
            pipeline.zadd(messages, sentAt);
        }
        if (!newSnapshots.isEmpty()) {
            pipeline.hset(sessions, newSnapshots);
            pipeline.zadd(order, startedAt);
        }
        expire(pipeline);
    }

    private void expire(AbstractPipeline pipeline) {
        long at = System.currentTimeMillis() + EXPIRY_MS;
        pipeline.sadd(conversations, conversation);
        for (byte[] key : List.of(bodies, messages, sessions, order, conversations)) {
            pipeline.pexpireAt(key, at);
        }
    }

    private void add(SinkEntry.Transcript message) {
        byte[] id = bytes(message.event().messageId().orElseThrow());
        long at = message.placement().sentAt();
        byte[] head = bytes("0 " + at + " " + at + " " + message.placement().order() + " ");
        byte[] value = message.value();
        newBodies.put(
                id,
                ByteBuffer.allocate(head.length + value.length)
                        .put(head)
                        .put(value)
                        .array());
        sentAt.put(id, (double) at);
    }

    private void add(SessionSnapshot snapshot, byte[] value) {
        byte[] id = bytes(snapshot.sessionId().toString());
        newSnapshots.put(id, value);
        startedAt.put(id, (double) snapshot.span().startedAt());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
