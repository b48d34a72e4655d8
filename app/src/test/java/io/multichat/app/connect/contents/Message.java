package io.multichat.app.connect.contents;

import io.multichat.events.EventType;
import io.multichat.events.MessagePosition;
import io.multichat.events.versions.MessageVersions;
import io.multichat.events.versions.Revision;
import io.multichat.sinks.core.SinkEntry;

/** Everything that the transcript says about one message, in whatever order. */
final class Message {
    private final MessageVersions versions = new MessageVersions();
    /** The earliest time that an edit or delete names. */
    private long revisedAt = Long.MAX_VALUE;

    private Long editedAt;
    private Long deletedAt;

    void add(SinkEntry.Transcript event) {
        Revision revision = Revision.of(event.event(), event.value());
        long sentAt = event.placement().sentAt();
        String messageId = event.event().messageId().orElseThrow();
        versions.add(revision, new MessagePosition(sentAt, event.placement().order(), messageId));
        if (!revision.isCreation()) {
            revisedAt = Math.min(revisedAt, sentAt);
        }
        if (event.event().type() == EventType.MESSAGE_EDITED) {
            editedAt = editedAt == null ? revision.at() : Math.max(editedAt, revision.at());
        }
        if (event.event().type() == EventType.MESSAGE_DELETED) {
            deletedAt = deletedAt == null ? revision.at() : Math.max(deletedAt, revision.at());
        }
    }

    /** The bytes of the creation; null without one. */
    byte[] creation() {
        return versions.creation().map(Revision::value).orElse(null);
    }

    Revision shown() {
        return versions.shown().orElseThrow();
    }

    long sentAt() {
        return versions.position().map(MessagePosition::sentAt).orElse(revisedAt);
    }

    /** Null without a creation. */
    Long order() {
        return versions.position().map(MessagePosition::order).orElse(null);
    }

    Long editedAt() {
        return editedAt;
    }

    Long deletedAt() {
        return deletedAt;
    }
}
