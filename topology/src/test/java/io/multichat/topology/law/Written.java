package io.multichat.topology.law;

import io.multichat.events.SessionSnapshot;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;

/** What a topology wrote to its three topics. */
record Written(
        List<TestRecord<byte[], byte[]>> transcript,
        List<SessionSnapshot> snapshots,
        List<TestRecord<byte[], byte[]>> deadLetters) {}
