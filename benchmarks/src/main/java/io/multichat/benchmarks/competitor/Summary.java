package io.multichat.benchmarks.competitor;

import io.multichat.events.ChatEvent;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The summary of a session that the DSL's session window keeps.
 *
 * @param messages number of messages, including duplicates
 * @param first time of the earliest message, UTC milliseconds
 * @param last time of the latest message, UTC milliseconds
 * @param textBytes size of all texts, in bytes of UTF-8
 */
public record Summary(long messages, long first, long last, long textBytes) {
    static final Summary EMPTY = new Summary(0, Long.MAX_VALUE, Long.MIN_VALUE, 0);

    Summary with(ChatEvent event) {
        return plus(new Summary(1, event.at(), event.at(), event.content().textBytes()));
    }

    Summary plus(Summary other) {
        return new Summary(
                messages + other.messages,
                Math.min(first, other.first),
                Math.max(last, other.last),
                textBytes + other.textBytes);
    }

    static Serde<Summary> serde() {
        return Serdes.serdeFrom(
                (topic, summary) -> summary == null ? null : summary.toBytes(),
                (topic, bytes) -> bytes == null ? null : ofBytes(bytes));
    }

    /** Parses the summary in a record of the output topic. */
    public static Summary ofBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Summary(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    private byte[] toBytes() {
        return ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(messages)
                .putLong(first)
                .putLong(last)
                .putLong(textBytes)
                .array();
    }
}
