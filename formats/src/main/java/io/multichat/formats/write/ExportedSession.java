package io.multichat.formats.write;

import io.multichat.events.SessionSnapshot;

/**
 * A session in a file.
 *
 * @param snapshot the newest snapshot
 * @param found number of its messages that the source has
 * @param part 1 in the file in which the session begins, 2 in the next one
 */
public record ExportedSession(SessionSnapshot snapshot, long found, int part) {
    /** True when the source does not have exactly the messages that the snapshot counts. */
    public boolean isIncomplete() {
        return found != snapshot.counts().messages();
    }

    /** The same session in the next file. */
    public ExportedSession continued() {
        return new ExportedSession(snapshot, found, part + 1);
    }
}
