package io.multichat.sinks.redis.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * A Lua script, called by its hash. If Redis does not know the hash (after a first start, a restart or a failover), the text
 * is sent. Thread-safe.
 */
public final class Script {
    private final byte[] text;
    private final byte[] hash;

    private Script(byte[] text, byte[] hash) {
        this.text = text;
        this.hash = hash;
    }

    /**
     * The script in some resource files, one after the other.
     *
     * @param files named relative to the package of the caller, or absolutely
     */
    public static Script of(Class<?> caller, String... files) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            for (String file : files) {
                try (InputStream source = caller.getResourceAsStream(file)) {
                    source.transferTo(text);
                }
            }
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.toByteArray());
            byte[] hash = HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
            return new Script(text.toByteArray(), hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** Runs one call and returns the reply of the script; null for Lua's false. */
    public Object run(RedisLink redis, ScriptCall call) {
        try {
            return redis.client().evalsha(hash, call.keys(), call.arguments());
        } catch (JedisNoScriptException unknown) {
            return redis.client().eval(text, call.keys(), call.arguments());
        }
    }

    /**
     * Runs all calls, even if some fail. The calls to one master run in order, in one pipeline. A call may run twice.
     *
     * @return the replies in the order of the calls: null for Lua's false, a {@link JedisDataException} for a call that failed
     * @throws JedisException if a connection failed; any of the calls may have run
     */
    public List<Object> runAll(RedisLink redis, List<ScriptCall> calls) {
        List<Object> replies = pipeline(redis, calls, true);
        if (replies.stream().anyMatch(JedisNoScriptException.class::isInstance)) {
            replies = pipeline(redis, calls, false);
        }
        if (replies.stream().anyMatch(JedisRedirectionException.class::isInstance)) {
            redis.renew();
            followRedirections(redis, calls, replies);
        }
        return replies;
    }

    private List<Object> pipeline(RedisLink redis, List<ScriptCall> calls, boolean byHash) {
        List<Response<Object>> responses = new ArrayList<>(calls.size());
        try (MasterPipelines pipelines = new MasterPipelines(redis)) {
            for (ScriptCall call : calls) {
                Pipeline master = pipelines.to(call.keys().get(0));
                responses.add(
                        byHash
                                ? master.evalsha(hash, call.keys(), call.arguments())
                                : master.eval(text, call.keys(), call.arguments()));
            }
            pipelines.sync();
        }
        List<Object> replies = new ArrayList<>(calls.size());
        for (Response<Object> response : responses) {
            replies.add(reply(response));
        }
        return replies;
    }

    /** Repeats the calls that were redirected because a Cluster moves slots, one by one with the redirecting client. */
    private void followRedirections(RedisLink redis, List<ScriptCall> calls, List<Object> replies) {
        for (int i = 0; i < calls.size(); i++) {
            if (replies.get(i) instanceof JedisRedirectionException) {
                ScriptCall call = calls.get(i);
                replies.set(i, reply(() -> run(redis, call)));
            }
        }
    }

    private static Object reply(Supplier<Object> call) {
        try {
            return call.get();
        } catch (JedisDataException e) {
            return e;
        }
    }
}
