package io.multichat.sinks.redis.read;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Reads all conversations and all fields of a hash piece by piece. Redis may return an element twice. */
final class RedisScan {
    private static final int PIECE = 200;
    private static final byte[] START = ScanParams.SCAN_POINTER_START_BINARY;

    private RedisScan() {}

    /** Passes on the keys of all conversations of one server. */
    static void conversations(Jedis server, Consumer<String> consumer) {
        ScanParams sets = new ScanParams().match("mc:{*}:conversations").count(PIECE);
        byte[] cursor = START;
        do {
            ScanResult<byte[]> found = server.scan(cursor, sets);
            for (byte[] set : found.getResult()) {
                server.smembers(set).forEach(key -> consumer.accept(new String(key, StandardCharsets.US_ASCII)));
            }
            cursor = found.getCursorAsBytes();
        } while (!isEnd(cursor));
    }

    /** Passes on all fields of a hash and their values. */
    static void fields(UnifiedJedis redis, byte[] hash, BiConsumer<byte[], byte[]> consumer) {
        ScanParams pieces = new ScanParams().count(PIECE);
        byte[] cursor = START;
        do {
            ScanResult<Map.Entry<byte[], byte[]>> found = redis.hscan(hash, cursor, pieces);
            found.getResult().forEach(entry -> consumer.accept(entry.getKey(), entry.getValue()));
            cursor = found.getCursorAsBytes();
        } while (!isEnd(cursor));
    }

    private static boolean isEnd(byte[] cursor) {
        return new String(cursor, StandardCharsets.US_ASCII).equals("0");
    }
}
