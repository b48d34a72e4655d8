package io.multichat.sinks.redis.link;

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
 * A Lua script, called by its hash. A Redis that does not know it (new, restarted, failed over) is sent the text, from which
 * it learns the hash. Thread-safe.
 */
public final class Script {
    private final byte[] text;
    private final byte[] hash;

    private Script(byte[] text, byte[] hash) {
        this.text = text;
        this.hash = hash;
    }

    /** The script in a file that lies beside the class that calls it. */
    public static Script beside(Class<?> caller, String file) {
        try (InputStream source = caller.getResourceAsStream(file)) {
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
    public Object run(RedisLink redis, ScriptCall call) {
        try {
            return redis.client().evalsha(hash, call.keys(), call.arguments());
        } catch (JedisNoScriptException unknown) {
            return redis.client().eval(text, call.keys(), call.arguments());
        }
    }

    /**
     * Runs all calls, those of one master in their order in one pipeline; all are run whatever becomes of the others. Calls may
     * be run twice.
     *
     * @return the answers in the order of the calls: null for Lua's false, a {@link JedisDataException} for a call that failed
     * @throws JedisException when a connection failed; any of the calls may have been run
     */
    public List<Object> runAll(RedisLink redis, List<ScriptCall> calls) {
        List<Object> answers = pipeline(redis, calls, true);
        if (answers.stream().anyMatch(JedisNoScriptException.class::isInstance)) {
            answers = pipeline(redis, calls, false);
        }
        if (answers.stream().anyMatch(JedisRedirectionException.class::isInstance)) {
            redis.renew();
            followRedirections(redis, calls, answers);
        }
        return answers;
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
        List<Object> answers = new ArrayList<>(calls.size());
        for (Response<Object> response : responses) {
            answers.add(answer(response::get));
        }
        return answers;
    }

    /** A Cluster moves slots while it works; until it has, one command after the other finds its way. */
    private void followRedirections(RedisLink redis, List<ScriptCall> calls, List<Object> answers) {
        for (int i = 0; i < calls.size(); i++) {
            if (answers.get(i) instanceof JedisRedirectionException) {
                ScriptCall call = calls.get(i);
                answers.set(i, answer(() -> run(redis, call)));
            }
        }
    }

    private static Object answer(Supplier<Object> call) {
        try {
            return call.get();
        } catch (JedisDataException e) {
            return e;
        }
    }
}
