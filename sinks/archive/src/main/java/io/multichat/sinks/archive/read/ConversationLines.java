package io.multichat.sinks.archive.read;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.TranscriptLine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The transcript of one conversation over a time.
 *
 * @param committed where to read
 * @param segments the segments to read
 * @param conversation whose lines
 * @param time from when to when, both included
 */
record ConversationLines(
        CommittedSegments committed, List<Segment> segments, Conversation conversation, SessionSnapshot.Span time) {

    ConversationLines {
        segments = segments.stream()
                .filter(segment -> segment.file().maxSentAt() >= time.startedAt()
                        && segment.file().minSentAt() <= time.lastMessageAt())
                .toList();
    }

    /** Hands over the lines, in no order of time. */
    void forEach(Consumer<TranscriptLine> consumer) throws IOException {
        byte[] beginning = TranscriptLine.beginning(conversation);
        for (Segment segment : segments) {
            committed.read(segment, line -> {
                if (Arrays.mismatch(beginning, line) == beginning.length) {
                    TranscriptLine event = TranscriptLine.decode(line);
                    long sentAt = event.placement().sentAt();
                    if (sentAt >= time.startedAt() && sentAt <= time.lastMessageAt()) {
                        consumer.accept(event);
                    }
                }
            });
        }
    }
}
