package io.multichat.app.connect.traffic;

import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Records that no sink can write. Each is marked by a header that only the tests read.
 *
 * @param random chooses the records
 * @param partitions number of partitions of each topic
 */
public record Poison(Random random, int partitions) {
    private static final String MARK = "test-poison";

    /** True when these are the headers of a poison record. */
    public static boolean isIn(Headers headers) {
        return headers.lastHeader(MARK) != null;
    }

    ProducerRecord<byte[], byte[]> next() {
        ProducerRecord<byte[], byte[]> record = switch (random.nextInt(6)) {
            case 0 -> placed("{broken");
            case 1 -> placed("{\"platform\":\"irc\",\"channel\":\"x\"}");
            case 2 -> placed("{\"platform\":\"irc\",\"channel\":\"x\",\"messageId\":\"half \\ud800\"}");
            case 3 -> record(Topics.TRANSCRIPT, goodEvent());
            case 4 -> record(random.nextBoolean() ? Topics.TRANSCRIPT : Topics.SESSIONS, null);
            default -> record(Topics.SESSIONS, "{\"sessionId\":\"none\"}");
        };
        record.headers().add(MARK, new byte[0]);
        return record;
    }

    private ProducerRecord<byte[], byte[]> placed(String value) {
        ProducerRecord<byte[], byte[]> record = record(Topics.TRANSCRIPT, value);
        Placement placement = new Placement(Optional.empty(), 1_700_000_000_000L, 1, EventType.MESSAGE_CREATED);
        record.headers().add(Placement.HEADER, placement.toBytes());
        return record;
    }

    /** A valid event; its record is poison because it has no placement. */
    private static String goodEvent() {
        return "{\"platform\":\"irc\",\"channel\":\"x\",\"messageId\":\"y\",\"sender\":{\"id\":\"ada\"},"
                + "\"sentAt\":\"2024-05-05T12:00:00Z\"}";
    }

    private ProducerRecord<byte[], byte[]> record(String topic, String value) {
        return new ProducerRecord<>(
                topic,
                random.nextInt(partitions),
                new byte[] {'x'},
                value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }
}
