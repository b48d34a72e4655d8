package io.multichat.sinks.archive.read;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.MessagePage;
import io.multichat.reading.MessagePageBuilder;
import io.multichat.reading.PageRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads one page of a session's messages. It reads the versions twice: first to select positions, then to decide which
 * version of each message shows. Memory is bounded by the page, regardless of the size of the session and its messages. Used by one thread.
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
        MessagePageBuilder page = new MessagePageBuilder(request.limit());
        Optional<MessagePosition> after = request.after();
        while (true) {
            PagePositions positions = positions(request.direction(), after, request.limit() + 1);
            // Records are archived in the order of their topic: if the archive holds as many as the snapshot counts,
            // none of
            // them is missing.
            if (created.get() < session.counts().messages()) {
                return Optional.empty();
            }
            boolean more = positions.full();
            PageVersions shown = new PageVersions(positions);
            versions.forEach(shown::add);
            boolean fits = shown.messages().stream().allMatch(page::add);
            if (!fits || !(more || shown.isCutOff())) {
                return Optional.of(page.page());
            }
            if (shown.isCutOff() && !page.isEmpty()) {
                return Optional.of(new MessagePage(page.page().messages(), true));
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
