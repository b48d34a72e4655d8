package io.multichat.sinks.redis.read;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.SessionReader;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.redis.link.RedisEndpoint;
import io.multichat.sinks.redis.link.RedisKeys;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.link.Verdicts;
import io.multichat.sinks.redis.settings.EndpointKeys;
import io.multichat.sinks.redis.settings.RedisSettings;
import io.multichat.sinks.redis.write.MessageBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Reads sessions and messages from Redis, which after expiry, trimming or a restart may hold only a part of them.
 *
 * <p>A closed session is complete when the interval from its first to its last message holds exactly as many messages as
 * its snapshot counts. An open one, whose snapshot lags behind its messages, is complete when the interval holds at least
 * as many and a message at its very start: whatever Redis drops, it drops the oldest first. Whatever is not complete is not
 * answered.
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
     * A reader of the single server of that URI, written as the sink's {@code redis.uri}. Connects with the first question.
     *
     * @throws ConfigException when it is no such URI; the message does not repeat it
     */
    public static RedisSessionReader of(String uri) {
        return of(Map.of(EndpointKeys.URI, uri));
    }

    /**
     * A reader of the Redis of those settings, named and written as those of the sink. Connects with the first question.
     *
     * @param settings at least {@code redis.uri}; those that do not tell where Redis is are not used
     * @throws ConfigException when they name no Redis; the message tells all problems and no secret
     */
    public static RedisSessionReader of(Map<String, String> settings) {
        return new RedisSessionReader(RedisSettings.of(settings).endpoint());
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Optional<SessionSnapshot> session(SessionId id) {
        try {
            return SessionLookup.find(redis.client(), id);
        } catch (JedisException e) {
            throw Verdicts.of(endpoint, e);
        }
    }

    /** Redis cannot tell whether it holds all sessions of a conversation, so it answers no list. */
    @Override
    public Optional<SessionPage> sessions(SessionFilter filter, Optional<SessionCursor> after, int limit) {
        SessionPage.requireLimit(limit);
        return Optional.empty();
    }

    @Override
    public Optional<MessagePage> messages(SessionSnapshot session, PageRequest request) {
        SessionStatus.State state = session.status().state();
        if (state != SessionStatus.State.OPEN && state != SessionStatus.State.CLOSED) {
            return Optional.empty();
        }
        RedisKeys keys = RedisKeys.of(session.conversation().key());
        try {
            return PageScript.find(redis, keys, session, request)
                    .flatMap(positions -> page(keys, positions, request.limit()));
        } catch (JedisException e) {
            throw Verdicts.of(endpoint, e);
        }
    }

    @Override
    public void close() {
        redis.close();
    }

    private Optional<MessagePage> page(RedisKeys keys, List<MessagePosition> positions, int limit) {
        List<MessagePosition> wanted = positions.subList(0, Math.min(limit, positions.size()));
        if (wanted.isEmpty()) {
            return Optional.of(new MessagePage(List.of(), false));
        }
        byte[][] ids = wanted.stream()
                .map(position -> position.messageId().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        List<byte[]> bodies = redis.client().hmget(keys.bodies(), ids);
        List<StoredMessage> messages = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            if (bodies.get(i) == null) {
                return Optional.empty(); // expired or trimmed since its place was found
            }
            MessageBody body = MessageBody.decode(bodies.get(i));
            messages.add(new StoredMessage(wanted.get(i), body.event(), body.isDeleted()));
        }
        return Optional.of(new MessagePage(List.copyOf(messages), positions.size() > limit));
    }
}
