package io.multichat.sinks.archive.read;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.segment.Segment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * The newest version of each session of a day. Holds a bounded number of snapshots in memory; a day with more sessions is read
 * several times. Thread-safe.
 */
final class ArchivedSnapshots {
    /** The newer of two snapshots of one session. */
    static final BinaryOperator<SessionSnapshot> NEWER =
            BinaryOperator.maxBy(Comparator.comparing(SessionSnapshot::version));

    private static final byte[] ID = "{\"sessionId\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_LENGTH = 26;

    private final CommittedSegments committed;
    private final int held;
    private final SnapshotDecoder decoder = new SnapshotDecoder();

    /** @param held the maximum number of snapshots in memory, at least 1 */
    ArchivedSnapshots(CommittedSegments committed, int held) {
        this.committed = committed;
        this.held = held;
    }

    /**
     * Passes the newest version of each session to {@code reader}, the greatest id first.
     *
     * @param day all segments that may hold versions of these sessions
     * @param wanted selects sessions; called for every version
     * @param reader returns false to stop
     */
    void descending(List<Segment> day, Predicate<SessionId> wanted, Predicate<SessionSnapshot> reader)
            throws IOException {
        Predicate<SessionId> rest = wanted;
        while (true) {
            NavigableMap<SessionId, SessionSnapshot> newest = greatest(day, rest);
            for (SessionSnapshot snapshot : newest.descendingMap().values()) {
                if (!reader.test(snapshot)) {
                    return;
                }
            }
            if (newest.size() < held) {
                return;
            }
            SessionId least = newest.firstKey();
            rest = id -> wanted.test(id) && id.compareTo(least) < 0;
        }
    }

    /** The newest version of one session; empty when the archive does not hold it. */
    Optional<SessionSnapshot> of(SessionId id, SessionDays days) throws IOException {
        return Optional.ofNullable(greatest(days.at(id.t0()), id::equals).get(id));
    }

    private NavigableMap<SessionId, SessionSnapshot> greatest(List<Segment> day, Predicate<SessionId> wanted)
            throws IOException {
        TreeMap<SessionId, SessionSnapshot> newest = new TreeMap<>();
        Predicate<SessionId> fits =
                id -> wanted.test(id) && (newest.size() < held || id.compareTo(newest.firstKey()) >= 0);
        for (Segment segment : day) {
            committed.forEach(
                    segment,
                    line -> decode(line, fits),
                    found -> found.ifPresent(snapshot -> {
                        newest.merge(snapshot.sessionId(), snapshot, NEWER);
                        if (newest.size() > held) {
                            newest.pollFirstEntry();
                        }
                    }));
        }
        return newest;
    }

    /** The snapshot of a line; empty when its session is not wanted. */
    private Optional<SessionSnapshot> decode(byte[] line, Predicate<SessionId> wanted) {
        Optional<SessionId> id = idAtItsUsualPlace(line);
        if (id.isPresent() && !wanted.test(id.get())) {
            return Optional.empty();
        }
        return Optional.of(decoder.decode(line)).filter(snapshot -> wanted.test(snapshot.sessionId()));
    }

    // Avoids decoding snapshots that are not wanted.
    private static Optional<SessionId> idAtItsUsualPlace(byte[] line) {
        int end = ID.length + ID_LENGTH;
        boolean usual = line.length > end && Arrays.equals(line, 0, ID.length, ID, 0, ID.length) && line[end] == '"';
        return usual
                ? Optional.of(SessionId.parse(new String(line, ID.length, ID_LENGTH, StandardCharsets.ISO_8859_1)))
                : Optional.empty();
    }
}
