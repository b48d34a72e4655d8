package io.multichat.benchmarks.sink.raw;

import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.loop.EntryDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A batch for raw writers, already decoded: decoding is the work of the sink, not of the store.
 *
 * @param messages in their order
 * @param snapshots in their order
 */
public record Decoded(List<SinkEntry.Transcript> messages, List<SinkEntry.Snapshot> snapshots) {
    private static final EntryDecoder DECODER = new EntryDecoder(SinkTopics.defaults());

    /** Size of all values, in bytes. */
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
