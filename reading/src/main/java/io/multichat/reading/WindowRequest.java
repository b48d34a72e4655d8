package io.multichat.reading;

/**
 * A request for the messages around a message or an instant.
 *
 * @param around the id of a message or, if no message has this id, an RFC 3339 time, which stands for the first message sent at
 *     or after it, or else for the last one before it
 * @param before the maximum number of messages before that message, 0 to {@link PageRequest#MAX_LIMIT}
 * @param after the maximum number of messages after it, 0 to {@link PageRequest#MAX_LIMIT}
 */
public record WindowRequest(String around, int before, int after) {
    public WindowRequest {
        requireCount("before", before);
        requireCount("after", after);
    }

    private static void requireCount(String name, int count) {
        if (count < 0 || count > PageRequest.MAX_LIMIT) {
            throw new IllegalArgumentException(
                    name + " is " + count + "; it must be from 0 to " + PageRequest.MAX_LIMIT);
        }
    }
}
