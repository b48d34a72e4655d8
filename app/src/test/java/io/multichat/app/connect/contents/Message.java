package io.multichat.app.connect.contents;

import io.multichat.events.EventType;
import io.multichat.events.Revision;

/** What is known of one message, whatever the order in which it came to be known. */
final class Message {
    private Revision creation;
    private Revision shown;
    private long sentAt = Long.MAX_VALUE;
    private long order = Long.MAX_VALUE;
    private Long editedAt;
    private Long deletedAt;

    /** The revision that a reader sees is the greatest of all, the place the least of all creations. */
    void add(StoreModel.Accepted event) {
        Revision revision = Revision.of(event.event(), event.value());
        if (event.event().type() == EventType.MESSAGE_CREATED) {
            place(event);
            creation = greater(creation, revision);
        } else if (creation == null) {
            sentAt = Math.min(sentAt, event.placement().sentAt());
        }
        if (event.event().type() == EventType.MESSAGE_EDITED) {
            editedAt = editedAt == null ? revision.at() : Math.max(editedAt, revision.at());
        }
        if (event.event().type() == EventType.MESSAGE_DELETED) {
            deletedAt = deletedAt == null ? revision.at() : Math.max(deletedAt, revision.at());
        }
        shown = greater(shown, revision);
    }

    private void place(StoreModel.Accepted event) {
        long time = event.placement().sentAt();
        long place = event.placement().order();
        if (creation == null || time < sentAt || (time == sentAt && place < order)) {
            sentAt = time;
            order = place;
        }
    }

    private static Revision greater(Revision one, Revision other) {
        return one == null || one.compareTo(other) < 0 ? other : one;
    }

    /** The creation's bytes; null while only revisions are known. */
    byte[] creation() {
        return creation == null ? null : creation.value();
    }

    Revision shown() {
        return shown;
    }

    long sentAt() {
        return sentAt;
    }

    /** Null while only revisions are known. */
    Long order() {
        return creation == null ? null : order;
    }

    Long editedAt() {
        return editedAt;
    }

    Long deletedAt() {
        return deletedAt;
    }
}
