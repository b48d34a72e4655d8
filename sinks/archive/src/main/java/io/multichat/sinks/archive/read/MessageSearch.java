package io.multichat.sinks.archive.read;

import io.multichat.events.EventType;
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
 * Reads a page of a session out of all lines of its time, twice: first where messages stand, then what they say. Memory is bounded by
 * the page, whatever the size of the session.
 */
final class MessageSearch {
    private final ConversationLines lines;
    private final SessionSnapshot session;
    private final AtomicLong created = new AtomicLong();

    /** @param lines of the session's conversation, from its start to its end */
    MessageSearch(ConversationLines lines, SessionSnapshot session) {
        this.lines = lines;
        this.session = session;
    }

    /** A page; empty when not all messages that the snapshot counts are here. */
    Optional<MessagePage> page(PageRequest request) throws IOException {
        List<StoredMessage> found = new ArrayList<>();
        Optional<MessagePosition> after = request.after();
        int wanted = request.limit() + 1;
        while (true) {
            PagePlaces places = places(request.direction(), after, wanted);
            // A topic's records are archived in their order: where as many are as the snapshot counts, none of these is
            // missing.
            if (created.get() < session.counts().messages()) {
                return Optional.empty();
            }
            PageBodies bodies = new PageBodies(places);
            lines.forEach(bodies::take);
            found.addAll(bodies.messages());
            if (found.size() >= wanted || !places.full()) {
                boolean more = found.size() > request.limit();
                return Optional.of(
                        new MessagePage(List.copyOf(more ? found.subList(0, request.limit()) : found), more));
            }
            after = Optional.of(places.inOrder().last());
        }
    }

    /** True when a search met a message, whether or not all of them are here. */
    boolean metMessages() {
        return created.get() > 0;
    }

    private PagePlaces places(PageRequest.Direction direction, Optional<MessagePosition> after, int size)
            throws IOException {
        PagePlaces places = new PagePlaces(direction, after, size);
        created.set(0);
        lines.forEach(line -> {
            if (line.placement().kind() == EventType.MESSAGE_CREATED) {
                long sentAt = line.placement().sentAt();
                if (sentAt <= session.span().lastMessageAt()) {
                    created.incrementAndGet();
                }
                if (places.admits(sentAt, line.placement().order())) {
                    places.offer(line.position());
                }
            }
        });
        return places;
    }
}
