package io.multichat.sinks.redis.write;

import io.multichat.reading.StoreException;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.link.Script;
import io.multichat.sinks.redis.link.ScriptCall;
import io.multichat.sinks.redis.link.Verdicts;
import io.multichat.sinks.redis.settings.RedisSettings;
import java.util.Comparator;
import java.util.List;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Writes messages and snapshots, a batch in one pipeline to each master. */
record EntryWriter(RedisSettings settings, RedisLink redis) {
    private static final Script WRITE = Script.beside(EntryWriter.class, "write.lua");

    /**
     * Writes all, or throws. When calls fail for several reasons, the gravest decides: nothing is reported while Redis is away.
     *
     * @throws StoreException when not all are written; any part of them may be
     */
    void write(List<SinkEntry> entries) {
        List<ScriptCall> calls = WriteBatch.calls(entries, settings);
        if (calls.isEmpty()) {
            return;
        }
        errorsOf(calls).stream()
                .map(error -> Verdicts.of(settings.endpoint(), error))
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
