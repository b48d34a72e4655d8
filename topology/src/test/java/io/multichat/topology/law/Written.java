package io.multichat.topology.law;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.topology.sessions.OutputKey;
import io.multichat.topology.settings.Names;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.test.TestRecord;

/** The records that a topology wrote to its three output topics. */
record Written(
        List<TestRecord<byte[], byte[]>> transcript,
        List<SessionSnapshot> snapshots,
        List<TestRecord<byte[], byte[]>> deadLetters) {
    private static final SnapshotDecoder SNAPSHOTS = new SnapshotDecoder();

    /** The records that the session processor forwarded. */
    static Written by(MockProcessorContext<OutputKey, byte[]> context) {
        return new Written(
                forwarded(context, Names.TO_TRANSCRIPT),
                forwarded(context, Names.TO_SNAPSHOTS).stream()
                        .map(each -> SNAPSHOTS.decode(each.value()))
                        .toList(),
                forwarded(context, Names.REFUSED_EVENTS));
    }

    private static List<TestRecord<byte[], byte[]>> forwarded(
            MockProcessorContext<OutputKey, byte[]> context, String node) {
        return context.forwarded(node).stream()
                .map(each -> each.record())
                .map(each -> new TestRecord<byte[], byte[]>(
                        each.key().bytes(), each.value(), each.headers(), each.timestamp()))
                .toList();
    }
}
