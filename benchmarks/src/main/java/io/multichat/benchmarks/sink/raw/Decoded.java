package io.multichat.benchmarks.sink.raw;

import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.loop.EntryDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A batch as it is handed to raw writers: decoding is the sink's work, and not the store's.
 *
 * @param messages in their order
 * @param snapshots in their order
 */
public record Decoded(List<SinkEntry.Transcript> messages, List<SinkEntry.Snapshot> snapshots) {
    private static final EntryDecoder DECODER = new EntryDecoder(SinkTopics.defaults());

    /** Of all values. */
    long bytes() {
        return Stream.concat(messages.stream(), snapshots.stream())
                .mapToLong(entry -> entry.value().length)
                .sum();
    }

    public static Decoded of(List<SinkRecord> batch) {
        Decoded decoded = new Decoded(new ArrayList<>(), new ArrayList<>());
        for (SinkRecord record : batch) {
            SinkEntry entry = DECODER.decode(record);
            if (entry instanceof SinkEntry.Transcript message) {
                decoded.messages.add(message);
            } else {
                decoded.snapshots.add((SinkEntry.Snapshot) entry);
            }
        }
        return decoded;
    }
}
