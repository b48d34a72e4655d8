package io.multichat.sinks.redis.read;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.SessionReader;
import io.multichat.sinks.redis.layout.MessageBody;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.link.RedisEndpoint;
import io.multichat.sinks.redis.link.RedisErrors;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.settings.EndpointRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Reads sessions and messages from Redis, which may hold only some of them after expiry, trimming or a restart. The reader never
 * returns a session that is incomplete.
 *
 * <p>A closed session is complete if the interval from its first to its last message holds exactly as many messages as its
 * snapshot counts. The snapshot of an open session lags behind its messages. An open session is complete if the interval holds at
 * least as many messages as the snapshot counts, one of them at the very start: Redis always drops the oldest messages first.
 */
public final class RedisSessionReader implements SessionReader {
    private static final int CONNECTIONS = 16;

    private final RedisEndpoint endpoint;
    private final RedisLink redis;

    private RedisSessionReader(RedisEndpoint endpoint) {
        this.endpoint = endpoint;
        this.redis = endpoint.connect(CONNECTIONS);
    }

    /**
     * A reader of the Redis that the settings name: a single server, a master watched by Sentinels, or a Cluster, with or without
     * TLS and an ACL user. Connects on first use.
     *
     * @param settings at least {@code redis.uri}, named and written as for the sink; settings unrelated to the connection are
     *     ignored
     * @throws ConfigException if the settings are invalid; the message names every problem and contains no secret
     */
    public static RedisSessionReader of(Map<String, String> settings) {
        return new RedisSessionReader(EndpointRules.endpoint(settings));
    }

    @Override
    public String name() {
        return "redis";
    }

    /** Redis answers within milliseconds or not at all. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Optional<SessionSnapshot> session(SessionId id) {
        try {
            return SessionLookup.find(redis.client(), id);
        } catch (JedisException e) {
            throw RedisErrors.of(endpoint, e);
        }
    }

    @Override
    public boolean holds(SessionId id) {
        try {
            return SessionLookup.same(redis.client(), id).isPresent();
        } catch (JedisException e) {
            throw RedisErrors.of(endpoint, e);
        }
    }

    /** Always empty: Redis cannot know whether it holds all sessions of a conversation. */
    @Override
    public Optional<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        SessionPage.requireLimit(limit);
        return Optional.empty();
    }

    @Override
    public Optional<MessagePage> messages(SessionSnapshot session, PageRequest request) {
        if (!session.status().isLive()) {
            return Optional.empty();
        }
        try {
            return PageScript.read(redis, session, request);
        } catch (JedisException e) {
            throw RedisErrors.of(endpoint, e);
        }
    }

    @Override
    public Optional<MessagePosition> position(SessionSnapshot session, String messageId) {
        try {
            RedisKeys keys = RedisKeys.of(session.conversation());
            return Optional.ofNullable(redis.client().hget(keys.bodies(), messageId.getBytes(StandardCharsets.UTF_8)))
                    .flatMap(body -> MessageBody.decode(body).position(messageId));
        } catch (IndexOutOfBoundsException | IllegalArgumentException foreign) {
            // Another program wrote the value: that is not a message, and not a reason to fail.
            return Optional.empty();
        } catch (JedisException e) {
            throw RedisErrors.of(endpoint, e);
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
