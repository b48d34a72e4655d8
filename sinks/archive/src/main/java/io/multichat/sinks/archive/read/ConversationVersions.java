package io.multichat.sinks.archive.read;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.versions.MessageVersions;
import io.multichat.events.versions.Revision;
import io.multichat.sinks.archive.chain.CommittedSegments;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.TranscriptLine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All versions of the messages of one conversation that were sent within a span of time. Used by one thread. */
final class ConversationVersions {
    private final CommittedSegments committed;
    private final List<Segment> segments;
    private final SessionSnapshot.Span span;
    private final byte[] beginning;
    private final EventDecoder decoder = new EventDecoder();

    /**
     * @param segments the segments that may hold the conversation's lines
     * @param span both ends included
     */
    ConversationVersions(
            CommittedSegments committed, List<Segment> segments, Conversation conversation, SessionSnapshot.Span span) {
        this.committed = committed;
        this.segments = segments.stream()
                .filter(segment -> segment.file().maxSentAt() >= span.startedAt()
                        && segment.file().minSentAt() <= span.lastMessageAt())
                .toList();
        this.span = span;
        beginning = TranscriptLine.beginning(conversation);
    }

    /** Reads the segments and passes every version to {@code consumer}, not sorted by time. */
    void forEach(Consumer<ArchivedVersion> consumer) throws IOException {
        for (Segment segment : segments) {
            committed.forEach(segment, this::version, version -> version.ifPresent(consumer));
        }
    }

    /** The position of a message: the earliest at which it was created; empty if it was not. */
    Optional<MessagePosition> position(String messageId) throws IOException {
        MessageVersions versions = new MessageVersions();
        forEach(version -> {
            if (version.position().messageId().equals(messageId)) {
                versions.add(version.revision(), version.position());
            }
        });
        return versions.position();
    }

    /** Empty for a line of another conversation or time, and for an event that is not a version of a message. */
    private Optional<ArchivedVersion> version(byte[] line) {
        if (Arrays.mismatch(beginning, line) != beginning.length) {
            return Optional.empty();
        }
        TranscriptLine decoded = TranscriptLine.decode(line);
        Placement placement = decoded.placement();
        if (!placement.kind().isOfMessage()
                || placement.sentAt() < span.startedAt()
                || placement.sentAt() > span.lastMessageAt()) {
            return Optional.empty();
        }
        ChatEvent event = decoder.decode(decoded.event());
        return Optional.of(new ArchivedVersion(
                Revision.of(event, decoded.event()),
                new MessagePosition(
                        placement.sentAt(), placement.order(), event.messageId().orElseThrow())));
    }
}
