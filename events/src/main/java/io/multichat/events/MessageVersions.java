package io.multichat.events;

import java.util.Optional;

/**
 * What is known of one message: which version shows, and where the message stands. The one rule that every store, reader
 * and export follows.
 *
 * <p>The greatest {@link Revision} shows. Of several creations the least position counts. Neither depends on the order in
 * which versions are added, nor on how often: so every store converges. Not thread-safe.
 */
public final class MessageVersions {
    private Revision shown;
    private Revision creation;
    private MessagePosition position;

    /** Nothing is known yet. */
    public MessageVersions() {}

    /**
     * Adds a version.
     *
     * @param version one version of the message
     * @param at where the topology placed it; of a creation this is where the message may stand
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

    /** The version that shows; empty before the first one was added. */
    public Optional<Revision> shown() {
        return Optional.ofNullable(shown);
    }

    /** The creation; of several the greatest. Empty before the first one was added. */
    public Optional<Revision> creation() {
        return Optional.ofNullable(creation);
    }

    /** Where the message stands; empty before its creation was added, when it cannot be shown. */
    public Optional<MessagePosition> position() {
        return Optional.ofNullable(position);
    }
}
