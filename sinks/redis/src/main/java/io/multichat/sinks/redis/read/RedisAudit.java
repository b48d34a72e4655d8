package io.multichat.sinks.redis.read;

import io.multichat.events.InvalidEventException;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.events.hash.Murmur2;
import io.multichat.events.versions.Revision;
import io.multichat.reading.audit.AuditSink;
import io.multichat.reading.audit.StoreAudit;
import io.multichat.sinks.redis.layout.MessageBody;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.link.RedisEndpoint;
import io.multichat.sinks.redis.link.RedisErrors;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.settings.EndpointRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Everything in a Redis, read with SCAN, so that Redis serves others meanwhile. Of each message, it holds two versions at most. */
public final class RedisAudit implements StoreAudit {
    private static final int CONNECTIONS = 2;
    private static final SnapshotDecoder SNAPSHOTS = new SnapshotDecoder();

    private final RedisEndpoint endpoint;

    /** @param settings as for {@link RedisSessionReader#of} */
    public RedisAudit(Map<String, String> settings) {
        endpoint = EndpointRules.endpoint(settings);
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Promise promise() {
        return Promise.PART;
    }

    @Override
    public List<String> read(AuditSink sink) {
        List<String> faults = new ArrayList<>();
        try (RedisLink redis = endpoint.connect(CONNECTIONS)) {
            for (HostAndPort master : redis.masters()) {
                try (Jedis server = new Jedis(redis.connect(master))) {
                    RedisScan.conversations(server, key -> conversation(redis.client(), key, sink, faults));
                }
            }
        } catch (JedisException e) {
            throw RedisErrors.of(endpoint, e);
        }
        return faults;
    }

    private static void conversation(UnifiedJedis redis, String key, AuditSink sink, List<String> faults) {
        RedisKeys keys = RedisKeys.of(key, Murmur2.hash(key.getBytes(StandardCharsets.US_ASCII)));
        try {
            RedisScan.fields(redis, keys.sessions(), (id, snapshot) -> sink.session(SNAPSHOTS.decode(snapshot)));
            RedisScan.fields(redis, keys.bodies(), (id, body) -> message(MessageBody.decode(body), sink));
        } catch (InvalidEventException | IllegalArgumentException | IndexOutOfBoundsException e) {
            faults.add("a value of the conversation " + key + " cannot be read: " + e.getMessage());
        }
    }

    private static void message(MessageBody body, AuditSink sink) {
        body.creation().ifPresent(creation -> version(creation, body, sink));
        if (!body.newest().isCreation()) {
            version(body.newest(), body, sink);
        }
    }

    private static void version(Revision version, MessageBody body, AuditSink sink) {
        sink.accepted(version.value(), body.sentAt(), body.order().orElse(0));
    }
}
