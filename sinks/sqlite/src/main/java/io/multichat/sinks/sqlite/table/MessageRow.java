package io.multichat.sinks.sqlite.table;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.MessagePosition;
import io.multichat.events.Placement;
import io.multichat.events.Sender;
import io.multichat.events.versions.MessageVersions;
import io.multichat.events.versions.Revision;
import io.multichat.events.versions.ShownMessage;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.sqlite.index.SearchIndex;
import io.multichat.sinks.sqlite.index.SearchScope;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The content of a row of {@code messages}. Rows of the same message merge into one, in any order and any number of times:
 * {@link MessageVersions} decides which version shows and at which position. Immutable.
 *
 * @param position the position of the message; before its creation has arrived, the earliest time under which an edit or
 *     delete was placed, with the order 0
 * @param shown the version that is shown
 * @param creation the creation; empty before it has arrived
 * @param editedAt the time of the newest edit, UTC milliseconds, even if a delete hides it
 * @param deletedAt the time of the newest delete, UTC milliseconds
 */
record MessageRow(
        MessagePosition position,
        Shown shown,
        Optional<Creation> creation,
        OptionalLong editedAt,
        OptionalLong deletedAt) {
    /**
     * The version that is shown.
     *
     * @param version its event
     * @param text its own text; empty for a delete, and for an event without a text
     */
    record Shown(Revision version, Optional<String> text) {}

    /**
     * The data of the creation; of several creations, that of the greatest.
     *
     * @param version its event
     * @param sender who sent the message
     * @param replyTo the id of the message that it replies to
     * @param text its text
     */
    record Creation(Revision version, Sender sender, Optional<String> replyTo, Optional<String> text) {}

    /** The row of a message when only this version has arrived. */
    static MessageRow of(SinkEntry.Transcript entry) {
        return of(entry.event(), entry.value(), entry.placement());
    }

    /** The row of a message when only this version has arrived. */
    static MessageRow of(ChatEvent event, byte[] value, Placement placement) {
        Content content = event.content();
        Revision version = Revision.of(event, value);
        Optional<String> text = version.isDelete() ? Optional.empty() : content.text();
        boolean edit = !version.isCreation() && !version.isDelete();
        return new MessageRow(
                new MessagePosition(
                        placement.sentAt(),
                        version.isCreation() ? placement.order() : 0,
                        event.messageId().orElseThrow()),
                new Shown(version, text),
                version.isCreation()
                        ? Optional.of(new Creation(version, event.sender().orElseThrow(), content.replyTo(), text))
                        : Optional.empty(),
                edit ? OptionalLong.of(event.at()) : OptionalLong.empty(),
                version.isDelete() ? OptionalLong.of(event.at()) : OptionalLong.empty());
    }

    /** The text as {@link ShownMessage} shows it: that of the creation if an edit has none; empty if the message is deleted. */
    Optional<String> text() {
        return shown.version().isDelete() ? Optional.empty() : shown.text().or(() -> creation.flatMap(Creation::text));
    }

    /** What the search index holds of this row. */
    SearchIndex.Entry indexed(long conversationId) {
        Optional<Sender> sender = creation.map(Creation::sender);
        return new SearchIndex.Entry(
                text(),
                new SearchScope(
                        Optional.of(conversationId),
                        sender.map(Sender::id),
                        sender.map(present -> present.role().wireName())));
    }

    /** The order among messages of equal time; empty before the creation has arrived. */
    OptionalLong ordering() {
        return creation.isPresent() ? OptionalLong.of(position.order()) : OptionalLong.empty();
    }

    /** The creation while another version hides it, otherwise empty. */
    Optional<Revision> hiddenCreation() {
        return shown.version().isCreation() ? Optional.empty() : creation.map(Creation::version);
    }

    /**
     * The row with the information of both rows, which must belong to the same message. If the author of the message was erased, no
     * version has content.
     */
    MessageRow merge(MessageRow other) {
        return RowErasure.isErased(this) || RowErasure.isErased(other)
                ? RowErasure.erased(this).plus(RowErasure.erased(other))
                : plus(other);
    }

    private MessageRow plus(MessageRow other) {
        MessageVersions versions = new MessageVersions();
        addTo(versions);
        other.addTo(versions);
        return new MessageRow(
                versions.position().orElseGet(() -> MessagePosition.earlier(position, other.position)),
                shown.version().equals(versions.shown().orElseThrow()) ? shown : other.shown,
                creation.filter(mine ->
                                mine.version().equals(versions.creation().orElseThrow()))
                        .or(other::creation),
                later(editedAt, other.editedAt),
                later(deletedAt, other.deletedAt));
    }

    private void addTo(MessageVersions versions) {
        creation.ifPresent(created -> versions.add(created.version(), position));
        versions.add(shown.version(), position);
    }

    private static OptionalLong later(OptionalLong one, OptionalLong other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
    }
}
