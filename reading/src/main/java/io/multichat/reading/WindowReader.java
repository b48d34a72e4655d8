package io.multichat.reading;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.text.Rfc3339;
import java.time.DateTimeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Reads the messages around one of them, from pages in both directions. A message never changes its position, so the two pages
 * fit together while messages arrive.
 *
 * @param pages gives a page of the messages; empty if the store does not hold all of them
 * @param positions gives the position of the message with an id; empty if the store does not hold it. It may be that of a message
 *     that is not on any of the pages.
 */
public record WindowReader(
        Function<PageRequest, Optional<MessagePage>> pages, Function<String, Optional<MessagePosition>> positions) {
    /** Reads from a session. */
    public static WindowReader of(SessionReader reader, SessionSnapshot session) {
        return new WindowReader(
                request -> reader.messages(session, request), messageId -> reader.position(session, messageId));
    }

    /**
     * Reads the messages around the requested one.
     *
     * @return a window without an anchor if there is no such message; empty if the store does not hold all messages
     */
    public Optional<MessageWindow> read(WindowRequest request) {
        Optional<MessagePosition> position = positions.apply(request.around());
        if (position.isPresent()) {
            Optional<MessageWindow> window = around(position.get(), request);
            if (window.isEmpty() || window.get().anchor().isPresent()) {
                return window;
            }
        }
        OptionalLong instant = instant(request.around());
        if (instant.isEmpty()) {
            return page(Optional.empty(), 1, PageRequest.Direction.FORWARD).map(any -> MessageWindow.NOWHERE);
        }
        return nearest(instant.getAsLong())
                .flatMap(near -> near.isEmpty()
                        ? Optional.of(MessageWindow.NOWHERE)
                        : around(near.get(0).position(), request));
    }

    /** True if a text can stand for an instant. */
    public static boolean isInstant(String around) {
        return instant(around).isPresent();
    }

    private static OptionalLong instant(String text) {
        try {
            return OptionalLong.of(Rfc3339.parse(text));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** The first message at or after an instant, or else the last one before it; a list of one or none. */
    private Optional<List<StoredMessage>> nearest(long instant) {
        Optional<MessagePosition> beginning = Optional.of(new MessagePosition(instant, Long.MIN_VALUE, ""));
        Optional<MessagePage> next = page(beginning, 1, PageRequest.Direction.FORWARD);
        return next.isEmpty() || !next.get().messages().isEmpty()
                ? next.map(MessagePage::messages)
                : page(beginning, 1, PageRequest.Direction.BACKWARD).map(MessagePage::messages);
    }

    private Optional<MessageWindow> around(MessagePosition anchor, WindowRequest request) {
        // No id is between an id and the same id with a NUL at its end.
        MessagePosition behind = new MessagePosition(anchor.sentAt(), anchor.order(), anchor.messageId() + "\0");
        Optional<MessagePage> older = page(Optional.of(behind), request.before() + 1, PageRequest.Direction.BACKWARD);
        Optional<MessagePage> newer =
                page(Optional.of(anchor), Math.max(1, request.after()), PageRequest.Direction.FORWARD);
        if (older.isEmpty() || newer.isEmpty()) {
            return Optional.empty();
        }
        Iterator<StoredMessage> back = older.get().messages().iterator();
        if (!back.hasNext() || !older.get().messages().get(0).position().equals(anchor)) {
            return Optional.of(MessageWindow.NOWHERE);
        }
        Deque<StoredMessage> window = new ArrayDeque<>();
        window.add(back.next());
        Iterator<StoredMessage> forth =
                newer.get().messages().stream().limit(request.after()).iterator();
        fill(window, back, forth);
        return Optional.of(new MessageWindow(
                List.copyOf(window),
                Optional.of(anchor.messageId()),
                back.hasNext() || older.get().more(),
                newer.get().more() || !window.getLast().position().equals(lastOf(newer.get(), anchor))));
    }

    /** Adds messages on both sides in turn, as long as they fit. */
    private static void fill(Deque<StoredMessage> window, Iterator<StoredMessage> back, Iterator<StoredMessage> forth) {
        long free = (long) MessagePage.MAX_BYTES - window.getFirst().event().length;
        while (free > 0 && (back.hasNext() || forth.hasNext())) {
            if (back.hasNext()) {
                window.addFirst(back.next());
                free -= window.getFirst().event().length;
            }
            if (free > 0 && forth.hasNext()) {
                window.addLast(forth.next());
                free -= window.getLast().event().length;
            }
        }
    }

    private static MessagePosition lastOf(MessagePage page, MessagePosition anchor) {
        List<StoredMessage> messages = page.messages();
        return messages.isEmpty() ? anchor : messages.get(messages.size() - 1).position();
    }

    private Optional<MessagePage> page(Optional<MessagePosition> after, int limit, PageRequest.Direction direction) {
        return pages.apply(new PageRequest(after, Math.min(limit, PageRequest.MAX_LIMIT), direction));
    }
}
