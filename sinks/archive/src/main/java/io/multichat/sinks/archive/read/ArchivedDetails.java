package io.multichat.sinks.archive.read;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.reactions.Reactions;
import io.multichat.reading.details.MessageDetails;
import io.multichat.reading.details.Reaction;
import io.multichat.reading.details.VersionCollector;
import io.multichat.reading.details.Versions;
import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.files.ArchiveErrors;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.TranscriptLine;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads reactions and versions from the transcript. A version is in the day of its message. A reaction is in its own day, which may be
 * any later one, so all segments from the first message on are read, a day more in case a clock is slow; the archive does not answer if
 * these are larger than {@value #MAX_BYTES} bytes. Thread-safe.
 *
 * @param committed the archive
 */
record ArchivedDetails(CommittedSegments committed) implements MessageDetails {
    private static final long MAX_BYTES = 64L << 20;
    private static final long SLOW_CLOCK_MS = TimeUnit.DAYS.toMillis(1);
    private static final EventDecoder DECODER = new EventDecoder();

    @Override
    public Optional<Map<String, List<Reaction>>> reactions(Conversation conversation, List<MessagePosition> messages) {
        return ArchiveErrors.whileReading(() -> {
            long from = times(messages).getMin() - SLOW_CLOCK_MS;
            List<Segment> segments = committed.of(ArchiveKind.TRANSCRIPT).stream()
                    .filter(segment -> segment.file().maxSentAt() >= from)
                    .toList();
            long bytes = segments.stream()
                    .mapToLong(segment -> segment.file().bytes())
                    .sum();
            return bytes > MAX_BYTES ? Optional.empty() : reactions(conversation, messages, segments);
        });
    }

    @Override
    public Optional<Map<String, Versions>> versions(Conversation conversation, List<MessagePosition> messages) {
        return ArchiveErrors.whileReading(() -> {
            LongSummaryStatistics times = times(messages);
            SessionSnapshot.Span span = new SessionSnapshot.Span(times.getMin(), times.getMax());
            for (List<Segment> likely :
                    LikelyPartitionFirst.order(committed.of(ArchiveKind.TRANSCRIPT), conversation::partition)) {
                VersionCollector collector = new VersionCollector(messages);
                new ConversationVersions(committed, likely, conversation, span)
                        .forEach(version -> collector.add(version.position().messageId(), version.revision()));
                Map<String, Versions> found = collector.collected();
                if (!found.isEmpty()) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        });
    }

    private Optional<Map<String, List<Reaction>>> reactions(
            Conversation conversation, List<MessagePosition> messages, List<Segment> segments) throws IOException {
        byte[] beginning = TranscriptLine.beginning(conversation);
        Map<String, Reactions> found = new HashMap<>();
        messages.forEach(message -> found.put(message.messageId(), new Reactions()));
        for (Segment segment : segments) {
            committed.forEach(
                    segment, line -> reaction(beginning, line), line -> line.ifPresent(read -> add(read, found)));
        }
        Map<String, List<Reaction>> standing = new HashMap<>();
        found.forEach((id, reactions) -> standing.put(id, Reaction.of(reactions)));
        standing.values().removeIf(List::isEmpty);
        return Optional.of(standing);
    }

    private static void add(TranscriptLine line, Map<String, Reactions> found) {
        ChatEvent event = DECODER.decode(line.event());
        Reactions reactions = found.get(event.messageId().orElseThrow());
        if (reactions != null) {
            reactions.add(event, line.placement().sentAt(), line.placement().order());
        }
    }

    /** Empty for a line of another conversation, and for an event that is not a reaction. */
    private static Optional<TranscriptLine> reaction(byte[] beginning, byte[] line) {
        return Arrays.mismatch(beginning, line) == beginning.length
                ? Optional.of(TranscriptLine.decode(line))
                        .filter(decoded ->
                                Reactions.isReaction(decoded.placement().kind()))
                : Optional.empty();
    }

    private static LongSummaryStatistics times(List<MessagePosition> messages) {
        return messages.stream().mapToLong(MessagePosition::sentAt).summaryStatistics();
    }
}
