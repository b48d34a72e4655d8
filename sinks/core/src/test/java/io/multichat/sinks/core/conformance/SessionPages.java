package io.multichat.sinks.core.conformance;

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
 * Reads all messages of a session page by page, continuing from the cursor of the last message.
 *
 * @param reader the reader
 * @param session the session
 */
record SessionPages(SessionReader reader, SessionSnapshot session) {
    /** All messages; empty if the reader does not answer. */
    Optional<List<StoredMessage>> read(PageRequest.Direction direction, int size) {
        List<StoredMessage> messages = new ArrayList<>();
        Optional<MessagePosition> after = Optional.empty();
        while (true) {
            Optional<MessagePage> page = reader.messages(session, new PageRequest(after, size, direction));
            if (page.isEmpty()) {
                return Optional.empty();
            }
            messages.addAll(page.get().messages());
            if (!page.get().more()) {
                return Optional.of(messages);
            }
            assertThat(page.get().messages()).as("a page before the last").hasSize(size);
            after = Optional.of(MessageCursor.parse(
                    MessageCursor.of(messages.get(messages.size() - 1).position())));
        }
    }
}
