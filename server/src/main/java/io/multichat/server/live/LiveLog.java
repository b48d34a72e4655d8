package io.multichat.server.live;

/**
 * A partition of one of the two topics.
 *
 * @param snapshots true for {@code chat-sessions}, false for {@code chat-transcript}
 * @param partition the partition
 */
public record LiveLog(boolean snapshots, int partition) implements Comparable<LiveLog> {
    /** A short name for positions. */
    @Override
    public String toString() {
        return (snapshots ? "s" : "t") + partition;
    }

    @Override
    public int compareTo(LiveLog other) {
        int byTopic = Boolean.compare(snapshots, other.snapshots);
        return byTopic != 0 ? byTopic : Integer.compare(partition, other.partition);
    }
}
