package io.multichat.sinks.core.conformance;

import io.multichat.events.MessagePosition;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.versions.MessageVersions;
import io.multichat.events.versions.Revision;
import io.multichat.events.versions.ShownMessage;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.core.SinkEntry;
import java.util.Optional;
import java.util.TreeSet;

/** Everything that the log says about one message, in whatever order. */
final class MessageFacts {
    private static final EventDecoder DECODER = new EventDecoder();

    private final String messageId;
    private final MessageVersions versions = new MessageVersions();
    private final TreeSet<Revision> editsAndDeletes = new TreeSet<>();
    /** The earliest time that an edit or delete names, in UTC milliseconds. */
    private long revisedAt = Long.MAX_VALUE;
    /** True if the message has several creations: its position and its session's count may change as they arrive. */
    boolean repeated;

    MessageFacts(String messageId) {
        this.messageId = messageId;
    }

    void add(SinkEntry.Transcript entry) {
        Revision revision = Revision.of(entry.event(), entry.value());
        long sentAt = entry.placement().sentAt();
        if (revision.isCreation()) {
            repeated |= versions.creation().isPresent();
        } else {
            editsAndDeletes.add(revision);
            revisedAt = Math.min(revisedAt, sentAt);
        }
        versions.add(revision, new MessagePosition(sentAt, entry.placement().order(), messageId));
    }

    /** The message's position; empty without a creation. */
    Optional<MessagePosition> position() {
        return versions.position();
    }

    /** The time by which a store keeps the message, in UTC milliseconds. */
    long time() {
        return position().map(MessagePosition::sentAt).orElse(revisedAt);
    }

    /** True if the message has edits or deletes in this interval but no creation. */
    boolean isOrphanIn(long from, long to) {
        return position().isEmpty() && revisedAt >= from && revisedAt <= to;
    }

    /** Every edit and delete, and the creation that counts. */
    TreeSet<Revision> revisions() {
        TreeSet<Revision> kept = new TreeSet<>(editsAndDeletes);
        versions.creation().ifPresent(kept::add);
        return kept;
    }

    /** The message as a reader returns it; only for a created message. */
    StoredMessage stored() {
        return StoredMessage.of(position().orElseThrow(), versions.message().orElseThrow());
    }

    /** The text that a search finds. */
    private Optional<String> text(Revision shown) {
        byte[] event = versions.message().map(ShownMessage::event).orElse(shown.value());
        return shown.isDelete()
                ? Optional.empty()
                : DECODER.decode(event).content().text();
    }

    /** The line of {@link Aspect#MESSAGES}. */
    String line(String conversation) {
        Revision shown = versions.shown().orElseThrow();
        return Lines.of(
                conversation,
                messageId,
                time(),
                position().map(MessagePosition::order),
                shown.isDelete(),
                text(shown),
                shown.value());
    }
}
