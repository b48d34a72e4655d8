package io.multichat.sinks.archive.read;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.SessionDays;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds the newest version of each session of a day. Holds a bounded number of snapshots in memory and reads the segments again
 * for the next so many. Thread-safe.
 */
final class NewestSnapshots {
    private static final byte[] ID = "{\"sessionId\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_LENGTH = 26;

    private final CommittedSegments committed;
    private final int held;
    private final SnapshotDecoder decoder = new SnapshotDecoder();

    /** @param held how many snapshots are held in memory at most */
    NewestSnapshots(CommittedSegments committed, int held) {
        this.committed = committed;
        this.held = held;
    }

    /**
     * Hands over the newest version of each session, by id, the greatest first.
     *
     * @param day all segments that may have versions of these sessions
     * @param wanted which sessions; asked for each version
     * @param reader false: enough
     */
    void descending(List<Segment> day, Predicate<SessionId> wanted, Predicate<SessionSnapshot> reader)
            throws IOException {
        Predicate<SessionId> rest = wanted;
        while (true) {
            TreeMap<SessionId, SessionSnapshot> newest = greatest(day, rest);
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

    /** The newest version of one session. */
    Optional<SessionSnapshot> of(SessionId id, SessionDays days) throws IOException {
        return Optional.ofNullable(greatest(days.at(id.t0()), id::equals).get(id));
    }

    private TreeMap<SessionId, SessionSnapshot> greatest(List<Segment> day, Predicate<SessionId> wanted)
            throws IOException {
        TreeMap<SessionId, SessionSnapshot> newest = new TreeMap<>();
        for (Segment segment : day) {
            committed.read(segment, line -> {
                Optional<SessionId> id = idAtItsUsualPlace(line);
                boolean outside = id.isPresent()
                        && (!wanted.test(id.get())
                                || newest.size() == held && id.get().compareTo(newest.firstKey()) < 0);
                if (!outside) {
                    add(decoder.decode(line), wanted, newest);
                }
            });
        }
        return newest;
    }

    private void add(
            SessionSnapshot snapshot, Predicate<SessionId> wanted, TreeMap<SessionId, SessionSnapshot> newest) {
        if (!wanted.test(snapshot.sessionId())) {
            return;
        }
        newest.merge(
                snapshot.sessionId(),
                snapshot,
                (one, other) -> one.version().compareTo(other.version()) >= 0 ? one : other);
        if (newest.size() > held) {
            newest.pollFirstEntry();
        }
    }

    // Spares decoding the snapshots that are not wanted.
    private static Optional<SessionId> idAtItsUsualPlace(byte[] line) {
        int end = ID.length + ID_LENGTH;
        boolean usual = line.length > end && Arrays.equals(line, 0, ID.length, ID, 0, ID.length) && line[end] == '"';
        return usual
                ? Optional.of(SessionId.parse(new String(line, ID.length, ID_LENGTH, StandardCharsets.ISO_8859_1)))
                : Optional.empty();
    }
}
