package io.multichat.formats;

import java.util.concurrent.atomic.AtomicLong;

/** Names the first files that are not of the format, and counts the others. Thread-safe. */
final class OtherFiles {
    /** More are counted. */
    private static final int MAX_NAMED = 5;

    private final String format;
    private final AtomicLong left;
    private final AtomicLong found = new AtomicLong();

    OtherFiles(String format, int files) {
        this.format = format;
        this.left = new AtomicLong(files);
    }

    void skipped(ChatFile file, EventSink sink) {
        if (found.incrementAndGet() <= MAX_NAMED) {
            sink.assumed("Not " + format + ", so not read: " + file.path() + ".");
        }
    }

    /** To be called after every file; says how many more were not of the format after the last one. */
    void read(EventSink sink) {
        if (left.decrementAndGet() == 0 && found.get() > MAX_NAMED) {
            sink.assumed("Not " + format + ", so not read: " + (found.get() - MAX_NAMED) + " more files.");
        }
    }
}
