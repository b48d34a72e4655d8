package io.multichat.sinks.archive.read;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoredMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads one page of a session's messages. It reads the versions twice: first to select positions, then to decide which
 * version of each message shows. Memory is bounded by the page, regardless of the size of the session. Used by one thread.
 */
final class MessagePageReader {
    private final ConversationVersions versions;
    private final SessionSnapshot session;
    private final AtomicLong created = new AtomicLong();

    /** @param versions those of the session's conversation, from the session's start to its end */
    MessagePageReader(ConversationVersions versions, SessionSnapshot session) {
        this.versions = versions;
        this.session = session;
    }

    /** The page; empty when the archive holds fewer messages than the snapshot counts. */
    Optional<MessagePage> page(PageRequest request) throws IOException {
        List<StoredMessage> found = new ArrayList<>();
        Optional<MessagePosition> after = request.after();
        int wanted = request.limit() + 1;
        while (true) {
            PagePositions positions = positions(request.direction(), after, wanted);
            // Records are archived in the order of their topic: if the archive holds as many as the snapshot counts,
            // none of
            // them is missing.
            if (created.get() < session.counts().messages()) {
                return Optional.empty();
            }
            PageVersions page = new PageVersions(positions);
            versions.forEach(page::add);
            found.addAll(page.messages());
            if (found.size() >= wanted || !positions.full()) {
                boolean more = found.size() > request.limit();
                return Optional.of(
                        new MessagePage(List.copyOf(more ? found.subList(0, request.limit()) : found), more));
            }
            after = Optional.of(positions.inOrder().last());
        }
    }

    /** True when the last page met any message of the session, even if not all of them. */
    boolean metMessages() {
        return created.get() > 0;
    }

    private PagePositions positions(PageRequest.Direction direction, Optional<MessagePosition> after, int size)
            throws IOException {
        PagePositions positions = new PagePositions(direction, after, size);
        created.set(0);
        versions.forEach(version -> {
            if (version.revision().isCreation()) {
                if (version.position().sentAt() <= session.span().lastMessageAt()) {
                    created.incrementAndGet();
                }
                positions.offer(version.position());
            }
        });
        return positions;
    }
}
