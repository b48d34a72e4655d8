package io.multichat.sinks.sqlite.table;

import io.multichat.events.ChatEvent;
import io.multichat.events.Sender;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.versions.Revision;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of messages whose authors were erased: every version is only its remainder, see {@link ErasedEvent}. */
final class RowErasure {
    private static final EventDecoder DECODER = new EventDecoder();

    private RowErasure() {}

    /** True if the row has a creation and its author was erased. */
    static boolean isErased(MessageRow row) {
        return row.creation()
                .filter(creation -> creation.sender().id().equals(ErasedEvent.SENDER_ID))
                .filter(creation -> ErasedEvent.isMessage(
                        decode(creation.version()), creation.version().value()))
                .isPresent();
    }

    /** The row without content and sender. */
    static MessageRow erased(MessageRow row) {
        return new MessageRow(
                row.position(),
                new MessageRow.Shown(remainder(row.shown().version()), Optional.empty()),
                row.creation()
                        .map(creation -> new MessageRow.Creation(
                                remainder(creation.version()),
                                new Sender(
                                        ErasedEvent.SENDER_ID,
                                        Optional.empty(),
                                        creation.sender().role()),
                                Optional.empty(),
                                Optional.empty())),
                row.editedAt(),
                row.deletedAt());
    }

    /** The row without its edits and deletes; empty if the creation is unknown. */
    static Optional<MessageRow> created(MessageRow row) {
        return row.creation()
                .map(creation -> new MessageRow(
                        row.position(),
                        new MessageRow.Shown(creation.version(), creation.text()),
                        row.creation(),
                        OptionalLong.empty(),
                        OptionalLong.empty()));
    }

    private static Revision remainder(Revision version) {
        return new Revision(version.rank(), version.at(), ErasedEvent.of(decode(version)));
    }

    private static ChatEvent decode(Revision version) {
        return DECODER.decode(version.value());
    }
}
