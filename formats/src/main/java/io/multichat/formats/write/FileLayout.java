package io.multichat.formats.write;

/**
 * How a format divides sessions into files.
 *
 * @param order the order in which sessions and messages are passed on
 * @param template the path of a file without its extension, with the placeholders that {@code --files} has; sessions with the same
 *     path share a file
 * @param extension the extension of files, without a dot
 * @param kind what users may change about the files
 * @param maxMessages the number of messages after which a file of a {@link Kind#PAGES} format is continued in another one; 0: as
 *     many as the user says
 */
public record FileLayout(Order order, String template, String extension, Kind kind, long maxMessages) {
    /** The order in which sessions and messages are passed on. */
    public enum Order {
        /** A session with all its messages, then the next session of the file. */
        SESSIONS,
        /** The messages of a channel and of its threads by time, in one file for each UTC day. */
        CHANNEL_DAYS
    }

    /** What users may change about the files. */
    public enum Kind {
        /** One file for everything by default; it can be named, split, compressed, and written to standard output. */
        STREAM,
        /** One file for each session; it can be named. */
        PAGES,
        /** The format itself says how files are named. */
        FIXED
    }

    /** A format with one file for everything. */
    public static FileLayout stream(String name, String extension) {
        return new FileLayout(Order.SESSIONS, name, extension, Kind.STREAM, 0);
    }

    /** True when an export to a single file or to standard output is possible. */
    public boolean isStream() {
        return kind == Kind.STREAM;
    }
}
