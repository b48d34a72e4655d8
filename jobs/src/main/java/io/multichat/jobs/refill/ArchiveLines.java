package io.multichat.jobs.refill;

import io.multichat.events.ChatEvent;
import io.multichat.events.InvalidEventException;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.TranscriptLine;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkTopics;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * The lines of an archive, and the entries that a sink would have made of them.
 *
 * @param archive the archive
 * @param topics the topics that the store's sink reads, whose names the entries get
 */
record ArchiveLines(ArchiveReader archive, SinkTopics topics) {
    private static final EventDecoder EVENTS = new EventDecoder();
    private static final SnapshotDecoder SNAPSHOTS = new SnapshotDecoder();

    /** Takes a line, without its line break, and the partition that it was read from. */
    @FunctionalInterface
    interface LineConsumer {
        void accept(int partition, byte[] line);
    }

    /**
     * Passes on every line of the segments that may hold something from a time on.
     *
     * @throws RefillException if the archive is damaged or cannot be read
     */
    void forEach(ArchiveKind kind, long fromMs, LineConsumer consumer) {
        try {
            for (Segment segment : archive.segments(kind, fromMs, ChatEvent.MAX_TIME + 1)) {
                archive.forEachLine(segment, line -> consumer.accept(segment.partition(), line));
            }
        } catch (ArchiveDamagedException e) {
            throw new RefillException("the archive is damaged: " + e.withRemedy() + "; then refill again", e);
        } catch (IOException e) {
            throw new RefillException("the archive cannot be read: " + e.getMessage(), e);
        }
    }

    /** The partitions of the transcript topic that the archive holds. */
    Set<TopicPartition> transcripts() {
        try {
            return archive.positions().keySet().stream()
                    .filter(source -> source.topic().equals(topics.transcript()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new RefillException("the archive cannot be read: " + e.getMessage(), e);
        }
    }

    /** The envelope of a line; its event is not decoded. */
    TranscriptLine envelope(byte[] line) {
        try {
            return TranscriptLine.decode(line);
        } catch (IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /**
     * The entry of an accepted event.
     *
     * @throws InvalidEventException if the event is invalid; its sink refuses it, too
     */
    SinkEntry event(TranscriptLine line) {
        Origin origin = new Origin(topics.transcript(), line.partition(), line.offset());
        return SinkEntry.of(
                new SinkEntry.Transcript(origin, line.event(), EVENTS.decode(line.event()), line.placement()));
    }

    /** The entry of a snapshot. The archive does not keep its offset, which no store needs: 0. */
    SinkEntry.Snapshot snapshot(int partition, byte[] line) {
        try {
            return new SinkEntry.Snapshot(new Origin(topics.sessions(), partition, 0), line, SNAPSHOTS.decode(line));
        } catch (InvalidEventException e) {
            throw unreadable(e);
        }
    }

    private static RefillException unreadable(RuntimeException e) {
        return new RefillException("the archive has a line that this version cannot read: " + e.getMessage(), e);
    }
}
