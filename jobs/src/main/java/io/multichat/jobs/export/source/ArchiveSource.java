package io.multichat.jobs.export.source;

import io.multichat.events.ChatEvent;
import io.multichat.events.InvalidEventException;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.read.ArchiveReader;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.TranscriptLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The archive. Needs no running process. */
public final class ArchiveSource implements ExportSource {
    private final ArchiveAccess access;
    private final ArchiveReader archive;
    private final SnapshotDecoder snapshots = new SnapshotDecoder();
    private final List<String> unreadable = new ArrayList<>();

    /** @throws io.multichat.jobs.client.ArchiveUnavailableException when the archive does not exist */
    public ArchiveSource(ArchiveAccess access) {
        this.access = access;
        this.archive = access.reader();
    }

    @Override
    public String name() {
        return "archive " + access.root();
    }

    @Override
    public Map<String, Long> positions() throws IOException {
        Map<String, Long> positions = new TreeMap<>();
        archive.positions().forEach((partition, offset) -> positions.put(partition.toString(), offset));
        return positions;
    }

    @Override
    public void forEachSnapshot(Consumer<SessionSnapshot> consumer) throws IOException {
        for (Segment segment : archive.segments(ArchiveKind.SESSIONS, 0, ChatEvent.MAX_TIME + 1)) {
            read(segment, snapshots::decode, consumer);
        }
    }

    @Override
    public void forEachEvent(long fromMs, long untilMs, Consumer<SourceEvent> consumer) throws IOException {
        for (Segment segment : archive.segments(ArchiveKind.TRANSCRIPT, fromMs, untilMs)) {
            read(segment, TranscriptLine::decode, line -> {
                long at = line.placement().sentAt();
                if (at >= fromMs && at < untilMs) {
                    consumer.accept(new SourceEvent(line.conversation(), line.placement(), line.event()));
                }
            });
        }
    }

    @Override
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Skips a damaged segment, of which no line is passed on, or the rest of it. */
    private <T> void read(Segment segment, Function<byte[], T> decoder, Consumer<T> consumer) throws IOException {
        try {
            archive.forEachLine(segment, line -> consumer.accept(decode(segment, decoder, line)));
        } catch (ArchiveDamagedException e) {
            unreadable.add(e.withRemedy());
        } catch (DamagedLineException e) {
            unreadable.add(e.getMessage());
        }
    }

    private static <T> T decode(Segment segment, Function<byte[], T> decoder, byte[] line) {
        try {
            return decoder.apply(line);
        } catch (IllegalArgumentException | InvalidEventException e) {
            throw new DamagedLineException(segment, e);
        }
    }

    /** A line that an archive cannot contain. */
    private static final class DamagedLineException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DamagedLineException(Segment segment, RuntimeException cause) {
            super(segment.file().path() + " has a line that is not one of an archive: " + cause.getMessage(), cause);
        }
    }
}
