package io.multichat.sinks.redis.read;

import io.multichat.events.InvalidEventException;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.sinks.redis.layout.RedisKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ZRangeParams;

/** Finds a session by its id, using the conversation hash and the time that the id contains. */
final class SessionLookup {
    private static final SnapshotDecoder SNAPSHOTS = new SnapshotDecoder();

    private SessionLookup() {}

    static Optional<SessionSnapshot> find(UnifiedJedis redis, SessionId id) {
        Set<byte[]> conversations = redis.smembers(RedisKeys.conversations(id));
        return conversations.stream()
                .map(key -> new String(key, StandardCharsets.US_ASCII))
                .filter(key -> SessionId.conversationHash(key) == id.conversationHash())
                .map(key -> find(redis, RedisKeys.of(key, id.conversationHash()), id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<SessionSnapshot> find(UnifiedJedis redis, RedisKeys keys, SessionId id) {
        return live(redis, keys, id.toString().getBytes(StandardCharsets.US_ASCII))
                .or(() -> containing(redis, keys, id.t0()));
    }

    /** The session that contains {@code time}: the last one that starts at or before it, because sessions do not overlap. */
    private static Optional<SessionSnapshot> containing(UnifiedJedis redis, RedisKeys keys, long time) {
        // In reverse, so that the latest start comes first. Times fit into the 53 bits of a double.
        ZRangeParams nearestFirst = ZRangeParams.zrangeByScoreParams((double) time, Double.NEGATIVE_INFINITY)
                .rev()
                .limit(0, 1);
        List<byte[]> nearest = redis.zrange(keys.order(), nearestFirst);
        return nearest.stream()
                .findFirst()
                .flatMap(id -> live(redis, keys, id))
                .filter(session -> session.span().startedAt() <= time
                        && time <= session.span().lastMessageAt());
    }

    private static Optional<SessionSnapshot> live(UnifiedJedis redis, RedisKeys keys, byte[] id) {
        return Optional.ofNullable(redis.hget(keys.sessions(), id))
                .flatMap(SessionLookup::decode)
                .filter(session -> session.status().isLive());
    }

    /** Empty if another program wrote the value: that is not a session, and not a reason to fail. */
    private static Optional<SessionSnapshot> decode(byte[] json) {
        try {
            return Optional.of(SNAPSHOTS.decode(json));
        } catch (InvalidEventException foreign) {
            return Optional.empty();
        }
    }
}
