package io.multichat.sinks.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * A Lua script, called by its hash. A Redis that does not know it (new, restarted, failed over) is sent the text, from which
 * it learns the hash. Thread-safe.
 */
final class Script {
    private final byte[] text;
    private final byte[] hash;

    private Script(byte[] text, byte[] hash) {
        this.text = text;
        this.hash = hash;
    }

    /** The script of that file name beside this class. */
    static Script named(String file) {
        try (InputStream source = Script.class.getResourceAsStream(file)) {
            byte[] text = source.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text);
            return new Script(text, HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** The script's answer; null for Lua's false. */
    Object run(UnifiedJedis redis, ScriptCall call) {
        try {
            return redis.evalsha(hash, call.keys(), call.arguments());
        } catch (JedisNoScriptException unknown) {
            return redis.eval(text, call.keys(), call.arguments());
        }
    }

    /**
     * Runs all calls in their order in one pipeline; all are run whatever becomes of the others. Calls may be run twice.
     *
     * @return the errors of calls that failed
     * @throws JedisException when the connection failed; any of the calls may have been run
     */
    List<JedisDataException> runAll(UnifiedJedis redis, List<ScriptCall> calls) {
        List<JedisDataException> errors = pipeline(redis, calls, true);
        boolean unknown = errors.stream().anyMatch(JedisNoScriptException.class::isInstance);
        return unknown ? pipeline(redis, calls, false) : errors;
    }

    private List<JedisDataException> pipeline(UnifiedJedis redis, List<ScriptCall> calls, boolean byHash) {
        List<Response<Object>> responses = new ArrayList<>(calls.size());
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (ScriptCall call : calls) {
                responses.add(
                        byHash
                                ? pipeline.evalsha(hash, call.keys(), call.arguments())
                                : pipeline.eval(text, call.keys(), call.arguments()));
            }
            pipeline.sync();
        }
        List<JedisDataException> errors = new ArrayList<>();
        for (Response<Object> response : responses) {
            try {
                response.get();
            } catch (JedisDataException e) {
                errors.add(e);
            }
        }
        return errors;
    }
}
