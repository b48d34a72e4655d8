package io.multichat.sinks.redis.read;

import io.multichat.events.InvalidEventException;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.events.hash.ConversationHash;
import io.multichat.sinks.redis.layout.RedisKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ZRangeParams;

/** Finds a session by its id, using the conversation hash and the time that the id contains. */
final class SessionLookup {
    private static final SnapshotDecoder SNAPSHOTS = new SnapshotDecoder();

    private SessionLookup() {}

    /** The open or closed session that an id resolves to. */
    static Optional<SessionSnapshot> find(UnifiedJedis redis, SessionId id) {
        return first(
                redis,
                id,
                keys -> snapshot(redis, keys, bytes(id))
                        .flatMap(
                                same -> same.status().isLive() ? Optional.of(same) : containing(redis, keys, id.t0())));
    }

    /** The session with exactly this id, of any state. */
    static Optional<SessionSnapshot> same(UnifiedJedis redis, SessionId id) {
        return first(redis, id, keys -> snapshot(redis, keys, bytes(id)));
    }

    /** The first answer from any of the conversations that may be that of an id. */
    private static Optional<SessionSnapshot> first(
            UnifiedJedis redis, SessionId id, Function<RedisKeys, Optional<SessionSnapshot>> question) {
        ConversationHash hash = id.conversationHash();
        Set<byte[]> conversations = redis.smembers(RedisKeys.conversations(id));
        return conversations.stream()
                .map(key -> new String(key, StandardCharsets.US_ASCII))
                .filter(key -> ConversationHash.of(key).equals(hash))
                .map(key -> question.apply(RedisKeys.of(key, hash.murmur2())))
                .flatMap(Optional::stream)
                .findFirst();
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
                .flatMap(id -> snapshot(redis, keys, id))
                .filter(session -> session.status().isLive())
                .filter(session -> session.span().startedAt() <= time
                        && time <= session.span().lastMessageAt());
    }

    private static Optional<SessionSnapshot> snapshot(UnifiedJedis redis, RedisKeys keys, byte[] id) {
        return Optional.ofNullable(redis.hget(keys.sessions(), id)).flatMap(SessionLookup::decode);
    }

    private static byte[] bytes(SessionId id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
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
