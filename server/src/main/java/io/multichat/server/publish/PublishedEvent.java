package io.multichat.server.publish;

/**
 * The place of a published event.
 *
 * @param topic the input topic
 * @param partition the partition
 * @param offset the offset
 */
public record PublishedEvent(String topic, int partition, long offset) {
    /** The place as a token, {@code topic-partition@offset}. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
