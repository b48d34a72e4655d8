package io.multichat.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects messages until a page is full: by number or by bytes. The first message always fits, so that a reader makes progress
 * whatever the size of a message. For one thread.
 */
public final class MessagePageBuilder {
    private final int limit;
    private final List<StoredMessage> messages = new ArrayList<>();
    private long bytes;
    private boolean more;

    /** @param limit the maximum number of messages, at least 1 */
    public MessagePageBuilder(int limit) {
        this.limit = limit;
    }

    /**
     * Adds the next message in the direction of reading, unless the page is full.
     *
     * @return false if the page is full; the message is not on it, and no other may be added
     */
    public boolean add(StoredMessage message) {
        int length = message.event().length;
        if (messages.size() == limit || (!messages.isEmpty() && bytes + length > MessagePage.MAX_BYTES)) {
            more = true;
            return false;
        }
        messages.add(message);
        bytes += length;
        return true;
    }

    /** True if the page has no message yet. */
    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The page. More messages follow if one did not fit. */
    public MessagePage page() {
        return new MessagePage(List.copyOf(messages), more);
    }
}
