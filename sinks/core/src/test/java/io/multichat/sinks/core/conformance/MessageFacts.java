package io.multichat.sinks.core.conformance;

import io.multichat.events.EventType;
import io.multichat.events.MessagePosition;
import io.multichat.events.Revision;
import io.multichat.events.codec.EventDecoder;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.core.SinkEntry;
import java.util.Optional;
import java.util.TreeSet;

/** Everything that was said about one message, whatever the order in which it was said. */
final class MessageFacts {
    private static final EventDecoder DECODER = new EventDecoder();

    private final String messageId;
    private final TreeSet<Revision> revisions = new TreeSet<>();
    /** Of the creations: the least counts. */
    private Optional<MessagePosition> position = Optional.empty();

    private long revisedUnder = Long.MAX_VALUE;
    /** True when it was created more than once: while its creations come, its place and its count may change. */
    boolean repeated;

    MessageFacts(String messageId) {
        this.messageId = messageId;
    }

    void add(SinkEntry.Transcript entry) {
        revisions.add(Revision.of(entry.event(), entry.value()));
        long sentAt = entry.placement().sentAt();
        if (entry.event().type() == EventType.MESSAGE_CREATED) {
            MessagePosition here = new MessagePosition(sentAt, entry.placement().order(), messageId);
            repeated |= position.isPresent();
            position = Optional.of(
                    position.filter(there -> there.compareTo(here) < 0).orElse(here));
        } else {
            revisedUnder = Math.min(revisedUnder, sentAt);
        }
    }

    /** Empty as long as the message is not created. */
    Optional<MessagePosition> position() {
        return position;
    }

    /** True when edits or deletes put it there, and nothing created it. */
    boolean isOrphanIn(long from, long to) {
        return position.isEmpty() && revisedUnder >= from && revisedUnder <= to;
    }

    /** Every edit and delete, and of the creations the one that would show. */
    TreeSet<Revision> revisions() {
        TreeSet<Revision> kept = new TreeSet<>(revisions);
        creation().ifPresent(creation -> kept.removeIf(other -> other.rank() == 0 && other.compareTo(creation) < 0));
        return kept;
    }

    /** As a reader answers it; only of a message that is created. */
    StoredMessage stored() {
        Revision newest = revisions.last();
        return new StoredMessage(position.orElseThrow(), newest.value(), newest.rank() == 2);
    }

    /** The line of {@link Aspect#MESSAGES}. */
    String line(String conversation) {
        Revision newest = revisions.last();
        return Lines.of(
                conversation,
                messageId,
                position.map(MessagePosition::sentAt).orElse(revisedUnder),
                position.map(MessagePosition::order),
                newest.rank() == 2,
                DECODER.decode(newest.value()).content().text(),
                newest.value());
    }

    private Optional<Revision> creation() {
        return revisions.stream().filter(revision -> revision.rank() == 0).reduce((one, greater) -> greater);
    }
}
