package io.multichat.topology.testing;

import io.multichat.events.DeadLetter;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.Topics;
import io.multichat.events.codec.SnapshotDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Everything that a topology has written to its three output topics. */
public final class Outputs {
    private static final SnapshotDecoder SNAPSHOTS = new SnapshotDecoder();

    private final TestOutputTopic<byte[], byte[]> transcript;
    private final TestOutputTopic<byte[], byte[]> sessions;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final List<TestRecord<byte[], byte[]>> transcriptRead = new ArrayList<>();
    private final List<SessionSnapshot> snapshotsRead = new ArrayList<>();
    private final List<TestRecord<byte[], byte[]>> deadLettersRead = new ArrayList<>();

    Outputs(TopologyTestDriver driver) {
        this.transcript = topic(driver, Topics.TRANSCRIPT);
        this.sessions = topic(driver, Topics.SESSIONS);
        this.deadLetters = topic(driver, Topics.DEAD_LETTERS);
    }

    /** The records of the transcript. */
    public List<TestRecord<byte[], byte[]>> transcript() {
        transcriptRead.addAll(transcript.readRecordsToList());
        return transcriptRead;
    }

    /** The placements in the headers of the transcript's records. */
    public List<Placement> placements() {
        return transcript().stream()
                .map(each -> Placement.readFrom(each.headers()))
                .toList();
    }

    /** The snapshots in the order of writing. Checks that the key of each is its session's id. */
    public List<SessionSnapshot> snapshots() {
        for (TestRecord<byte[], byte[]> each : sessions.readRecordsToList()) {
            SessionSnapshot snapshot = SNAPSHOTS.decode(each.value());
            if (!snapshot.sessionId().toString().equals(new String(each.key(), StandardCharsets.US_ASCII))) {
                throw new AssertionError("the key of a snapshot is not its session's id: " + snapshot);
            }
            snapshotsRead.add(snapshot);
        }
        return snapshotsRead;
    }

    /** The newest snapshot of each session, sorted by start. */
    public List<SessionSnapshot> newest() {
        Map<SessionId, SessionSnapshot> newest = new LinkedHashMap<>();
        for (SessionSnapshot each : snapshots()) {
            newest.merge(
                    each.sessionId(), each, (one, other) -> one.version().compareTo(other.version()) > 0 ? one : other);
        }
        return newest.values().stream()
                .sorted(Comparator.comparing(each -> each.span().startedAt()))
                .toList();
    }

    /** The newest snapshot of the last session. */
    public SessionSnapshot last() {
        List<SessionSnapshot> newest = newest();
        return newest.get(newest.size() - 1);
    }

    /** The records of the dead letters. */
    public List<TestRecord<byte[], byte[]>> deadLetters() {
        deadLettersRead.addAll(deadLetters.readRecordsToList());
        return deadLettersRead;
    }

    /** The reasons and sources in the headers of the dead letters. */
    public List<DeadLetter> refusals() {
        return deadLetters().stream()
                .map(each -> DeadLetter.readFrom(each.headers()))
                .toList();
    }

    /** Discards the records read so far. */
    public void forget() {
        transcript().clear();
        snapshots().clear();
        deadLetters().clear();
    }

    private static TestOutputTopic<byte[], byte[]> topic(TopologyTestDriver driver, String name) {
        return driver.createOutputTopic(name, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
