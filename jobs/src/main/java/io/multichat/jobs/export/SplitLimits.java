package io.multichat.jobs.export;

/**
 * When a file is full and its sessions are continued in another one.
 *
 * @param messages number of messages; 0: no limit
 * @param bytes size before compression; 0: no limit. A file may be larger by one message
 */
public record SplitLimits(long messages, long bytes) {
    /** No limit. */
    public static final SplitLimits NONE = new SplitLimits(0, 0);

    /** True when a file with so much content is full. */
    boolean isReached(long messagesInFile, long bytesInFile) {
        return messagesInFile > 0
                && ((messages > 0 && messagesInFile >= messages) || (bytes > 0 && bytesInFile >= bytes));
    }
}
