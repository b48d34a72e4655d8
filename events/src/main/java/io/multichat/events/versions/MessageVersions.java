package io.multichat.events.versions;

import io.multichat.events.MessagePosition;
import java.util.Optional;

/**
 * The known versions of one message: which version shows, and the position of the message. Every store, reader and export
 * follows this rule.
 *
 * <p>The greatest {@link Revision} shows. If a message was created several times, the least position counts. Neither depends on
 * the order in which versions are added or on repetitions, so all stores converge. Not thread-safe.
 */
public final class MessageVersions {
    private Revision shown;
    private Revision creation;
    private MessagePosition position;

    /** Creates an instance without versions. */
    public MessageVersions() {}

    /**
     * Adds a version.
     *
     * @param version a version of the message
     * @param at the position that the topology assigned to it; ignored unless the version is a creation
     */
    public void add(Revision version, MessagePosition at) {
        if (shown == null || version.compareTo(shown) > 0) {
            shown = version;
        }
        if (!version.isCreation()) {
            return;
        }
        if (creation == null || version.compareTo(creation) > 0) {
            creation = version;
        }
        if (position == null || at.compareTo(position) < 0) {
            position = at;
        }
    }

    /** The version that is shown; empty without versions. */
    public Optional<Revision> shown() {
        return Optional.ofNullable(shown);
    }

    /** The greatest creation; empty without creations. */
    public Optional<Revision> creation() {
        return Optional.ofNullable(creation);
    }

    /** The message as it is shown; empty without creations. */
    public Optional<ShownMessage> message() {
        return creation().map(known -> ShownMessage.of(known, shown));
    }

    /** The position of the message; empty without creations, when the message cannot be shown. */
    public Optional<MessagePosition> position() {
        return Optional.ofNullable(position);
    }
}
