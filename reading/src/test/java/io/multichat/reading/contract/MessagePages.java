package io.multichat.reading.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.MessageCursor;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionReader;
import io.multichat.reading.StoredMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads all messages of a session page by page, continuing from the cursor of the last message. Checks each page on the way: its
 * size, its order, and whether it announces correctly that more messages follow.
 *
 * @param reader the reader
 * @param session the session
 */
public record MessagePages(SessionReader reader, SessionSnapshot session) {
    /**
     * Reads the messages.
     *
     * @param size the maximum number of messages on a page
     * @return all messages; empty if the reader does not answer
     */
    public Optional<List<StoredMessage>> read(PageRequest.Direction direction, int size) {
        List<StoredMessage> messages = new ArrayList<>();
        Optional<MessagePosition> after = Optional.empty();
        while (true) {
            Optional<MessagePage> page = reader.messages(session, new PageRequest(after, size, direction));
            if (page.isEmpty()) {
                return Optional.empty();
            }
            for (StoredMessage message : page.get().messages()) {
                after.ifPresent(previous -> checkOrder(direction, previous, message.position()));
                messages.add(message);
                after = Optional.of(afterCursor(message));
            }
            if (!page.get().more()) {
                assertThat(page.get().messages()).as("the last page").hasSizeLessThanOrEqualTo(size);
                checkEnd(new PageRequest(after, size, direction));
                return Optional.of(messages);
            }
            checkFull(page.get(), new PageRequest(after, size, direction));
        }
    }

    /** Checks that a page that announces more messages is full: by number, or by bytes with the next message. */
    private void checkFull(MessagePage page, PageRequest next) {
        long bytes = bytes(page.messages());
        assertThat(page.messages()).as("a page before the last").hasSizeBetween(1, next.limit());
        if (page.messages().size() > 1) {
            assertThat(bytes).as("bytes of a page").isLessThanOrEqualTo(MessagePage.MAX_BYTES);
        }
        if (page.messages().size() < next.limit()) {
            List<StoredMessage> following = reader.messages(session, new PageRequest(next.after(), 1, next.direction()))
                    .map(MessagePage::messages)
                    .orElseThrow();
            assertThat(bytes + bytes(following))
                    .as("bytes of a page that ends early, with the next message")
                    .isGreaterThan(MessagePage.MAX_BYTES);
        }
    }

    private static long bytes(List<StoredMessage> messages) {
        return messages.stream().mapToLong(message -> message.event().length).sum();
    }

    private static void checkOrder(PageRequest.Direction direction, MessagePosition previous, MessagePosition next) {
        int order = previous.compareTo(next);
        assertThat(direction == PageRequest.Direction.FORWARD ? order : -order)
                .as("%s before %s, read %s", previous, next, direction)
                .isNegative();
    }

    private void checkEnd(PageRequest afterLast) {
        if (afterLast.after().isPresent()) {
            reader.messages(session, afterLast).ifPresent(page -> {
                assertThat(page.messages()).as("messages after the last").isEmpty();
                assertThat(page.more()).as("more messages after the last").isFalse();
            });
        }
    }

    private static MessagePosition afterCursor(StoredMessage message) {
        return MessageCursor.parse(MessageCursor.of(message.position()));
    }
}
