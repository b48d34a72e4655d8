package io.multichat.benchmarks.round;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.cluster.Cluster;
import io.multichat.benchmarks.cluster.Waiting;
import io.multichat.benchmarks.competitor.Competitor;
import io.multichat.benchmarks.competitor.CompetitorReport;
import io.multichat.benchmarks.competitor.DslSessions;
import io.multichat.benchmarks.competitor.Forwarding;
import io.multichat.benchmarks.competitor.Summary;
import io.multichat.benchmarks.load.Volume;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.Topics;
import io.multichat.events.codec.SnapshotDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;
import org.apache.kafka.common.utils.Bytes;

/** Checks that a competitor has done all of its work; otherwise its speed means nothing. */
public final class RoundCheck {
    private final Cluster cluster;

    RoundCheck(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Checks a round.
     *
     * @param sessions the number of sessions that the load must give
     * @throws BenchmarkException if a count is wrong
     */
    void check(Competitor competitor, Volume volume, CompetitorReport outcome, LongSupplier sessions) {
        switch (competitor) {
            case MULTICHAT, FLINK_HEAP, FLINK_ROCKSDB -> {
                account(volume, outcome.account());
                equal("records of the transcript", committed(Topics.TRANSCRIPT), volume.distinct());
                equal("sessions", liveSessions(), sessions.getAsLong());
            }
            case DSL -> equal("messages in all windows of the DSL", messagesInWindows(), volume.records());
            case FORWARD -> equal("records forwarded", committed(Forwarding.OUTPUT), volume.records());
        }
    }

    /**
     * Waits until all sessions are announced, and checks that each message is in the transcript once.
     *
     * @param sessions the number of sessions that the load must give
     * @throws BenchmarkException if a count is wrong, or a session is missing after two minutes
     */
    void checkOutputs(Volume volume, long sessions) {
        Waiting.until(sessions + " sessions are announced", () -> liveSessions() == sessions);
        equal("records of the transcript", committed(Topics.TRANSCRIPT), volume.distinct());
        equal("different records of the transcript", different(Topics.TRANSCRIPT), volume.distinct());
    }

    /**
     * Checks what a competitor counted for the whole load.
     *
     * @throws BenchmarkException if a count is wrong
     */
    public static void account(Volume volume, CompetitorReport.Account account) {
        equal("accepted + duplicates + dead letters", account.decided(), volume.records());
        equal("accepted", account.accepted(), volume.distinct());
        equal("dead letters", account.deadLetters(), 0);
        equal("events on a partition that is not their home", account.sentHome(), 0);
    }

    /** The sessions whose newest snapshot is live. */
    private long liveSessions() {
        SnapshotDecoder decoder = new SnapshotDecoder();
        Set<SessionId> live = new HashSet<>();
        cluster.reader().read(cluster.topics().partitions(List.of(Topics.SESSIONS)), record -> {
            SessionSnapshot snapshot = decoder.decode(record.value());
            if (snapshot.status().isLive()) {
                live.add(snapshot.sessionId());
            } else {
                live.remove(snapshot.sessionId());
            }
        });
        return live.size();
    }

    private long messagesInWindows() {
        Map<Bytes, Long> windows = new HashMap<>();
        var partitions = cluster.topics().partitions(List.of(DslSessions.OUTPUT));
        cluster.reader().read(partitions, record -> {
            Bytes window = Bytes.wrap(record.key());
            if (record.value() == null) {
                windows.remove(window);
            } else {
                windows.put(window, Summary.ofBytes(record.value()).messages());
            }
        });
        return windows.values().stream().mapToLong(Long::longValue).sum();
    }

    private long committed(String topic) {
        AtomicLong records = new AtomicLong();
        cluster.reader().read(cluster.topics().partitions(List.of(topic)), record -> records.incrementAndGet());
        return records.get();
    }

    private long different(String topic) {
        Set<Long> hashes = new HashSet<>();
        CRC32C checksum = new CRC32C();
        cluster.reader().read(cluster.topics().partitions(List.of(topic)), record -> {
            checksum.reset();
            checksum.update(record.value());
            hashes.add(checksum.getValue() << Integer.SIZE | Integer.toUnsignedLong(Arrays.hashCode(record.value())));
        });
        return hashes.size();
    }

    private static void equal(String what, long found, long right) {
        if (found != right) {
            throw new BenchmarkException("a wrong count: " + what + ": " + found + " instead of " + right);
        }
    }
}
