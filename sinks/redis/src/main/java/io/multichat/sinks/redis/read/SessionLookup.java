package io.multichat.sinks.redis.read;

import io.multichat.events.InvalidEventException;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.sinks.redis.link.RedisKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ZRangeParams;

/** Finds the session that an id stands for, by the conversation's hash and the time that the id holds. */
final class SessionLookup {
    private static final SnapshotDecoder SNAPSHOTS = new SnapshotDecoder();

    private SessionLookup() {}

    static Optional<SessionSnapshot> find(UnifiedJedis redis, SessionId id) {
        Set<byte[]> conversations = redis.smembers(RedisKeys.conversations(id));
        return conversations.stream()
                .map(key -> new String(key, StandardCharsets.US_ASCII))
                .filter(key -> SessionId.conversationHash(key) == id.conversationHash())
                .map(key -> find(redis, RedisKeys.of(key), id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<SessionSnapshot> find(UnifiedJedis redis, RedisKeys keys, SessionId id) {
        return live(redis, keys, id.toString().getBytes(StandardCharsets.US_ASCII))
                .or(() -> containing(redis, keys, id.t0()));
    }

    /** The last session that starts at {@code time} or before, when it reaches to it: sessions do not overlap. */
    private static Optional<SessionSnapshot> containing(UnifiedJedis redis, RedisKeys keys, long time) {
        // In reverse, so the latest time comes first. Times fit the 53 bits of a double.
        ZRangeParams nearestFirst = ZRangeParams.zrangeByScoreParams(time, Double.NEGATIVE_INFINITY)
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
                .filter(session -> session.status().state() == SessionStatus.State.OPEN
                        || session.status().state() == SessionStatus.State.CLOSED);
    }

    /** Empty for what another program wrote here: it is no session, and no reason to fail. */
    private static Optional<SessionSnapshot> decode(byte[] json) {
        try {
            return Optional.of(SNAPSHOTS.decode(json));
        } catch (InvalidEventException foreign) {
            return Optional.empty();
        }
    }
}
