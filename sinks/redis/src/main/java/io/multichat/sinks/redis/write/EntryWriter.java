package io.multichat.sinks.redis.write;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.layout.MessageBody;
import io.multichat.sinks.redis.link.RedisErrors;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.link.Script;
import io.multichat.sinks.redis.link.ScriptCall;
import io.multichat.sinks.redis.settings.RedisSettings;
import java.util.Comparator;
import java.util.List;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Writes messages and snapshots with {@code write.lua}, a batch in one pipeline to each master. */
record EntryWriter(RedisSettings settings, RedisLink redis) {
    private static final Script WRITE = Script.of(EntryWriter.class, MessageBody.LUA_FUNCTIONS, "write.lua");

    /**
     * Writes all entries, or throws. If calls fail for several reasons, the most severe verdict applies, so nothing is
     * reported while Redis is unavailable.
     *
     * @throws StoreException if not all entries were written; any of them may have been
     */
    void write(List<SinkEntry> entries) {
        List<ConversationWrites> writes = EntriesByConversation.sort(entries);
        if (writes.isEmpty()) {
            return;
        }
        errorsOf(WriteCalls.pack(writes, settings)).stream()
                .map(error -> RedisErrors.of(settings.endpoint(), error))
                .max(Comparator.comparing(StoreException::verdict))
                .ifPresent(gravest -> {
                    throw gravest;
                });
    }

    private List<? extends JedisException> errorsOf(List<ScriptCall> calls) {
        try {
            return WRITE.runAll(redis, calls).stream()
                    .filter(JedisDataException.class::isInstance)
                    .map(JedisDataException.class::cast)
                    .toList();
        } catch (JedisException connectionLost) {
            redis.renew();
            return List.of(connectionLost);
        }
    }
}
