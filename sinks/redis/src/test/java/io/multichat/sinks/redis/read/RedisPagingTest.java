package io.multichat.sinks.redis.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.PageRequest.Direction;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.redis.testing.RedisProperties;
import io.multichat.sinks.redis.testing.Sessions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RedisPagingTest extends RedisProperties {
    /** Few times and orders, so that most messages tie; ids that sort differently as text and as bytes. */
    @Provide
    Arbitrary<List<MessagePosition>> messages() {
        Arbitrary<Long> times = Arbitraries.longs().between(NOON, NOON + 4);
        Arbitrary<Long> orders = Arbitraries.of(0L, 1L, -1L, 10L, Long.MAX_VALUE, Long.MIN_VALUE);
        Arbitrary<String> ids = Arbitraries.strings()
                .withChars("aB\u0000\u00e9\uffee")
                .ofMinLength(1)
                .ofMaxLength(3)
                .map(id -> id.replace("B", "🧵"));
        return Combinators.combine(times, orders, ids)
                .as(MessagePosition::new)
                .list()
                .uniqueElements(MessagePosition::messageId)
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 200)
    void pagesInBothDirectionsSplitTheSortedMessages(
            @ForAll("messages") List<MessagePosition> messages, @ForAll @IntRange(min = 1, max = 7) int limit) {
        SessionSnapshot session = store(messages);

        assertThat(readAll(session, limit, Direction.FORWARD)).isEqualTo(sorted(messages, Direction.FORWARD));
        assertThat(readAll(Sessions.closed(session), limit, Direction.BACKWARD))
                .isEqualTo(sorted(messages, Direction.BACKWARD));
    }

    @Property(tries = 200)
    void aPageStartsAtTheFirstMessageBeyondTheCursor(
            @ForAll("messages") List<MessagePosition> messages,
            @ForAll("messages") List<MessagePosition> cursors,
            @ForAll Direction direction) {
        SessionSnapshot session = store(messages);
        MessagePosition near = cursors.get(0);
        // Before, within or after the session, and mostly not at a message.
        MessagePosition cursor = new MessagePosition(near.sentAt() - 1, near.order(), near.messageId());

        MessagePage page = read(session, new PageRequest(Optional.of(cursor), 3, direction));

        List<MessagePosition> withCursor = new ArrayList<>(messages);
        withCursor.add(cursor);
        withCursor = sorted(withCursor, direction);
        List<MessagePosition> beyond = withCursor.subList(withCursor.lastIndexOf(cursor) + 1, withCursor.size());
        assertThat(page.messages())
                .extracting(StoredMessage::position)
                .isEqualTo(beyond.subList(0, Math.min(3, beyond.size())));
        assertThat(page.more()).isEqualTo(beyond.size() > 3);
    }

    @Example
    void thousandsOfMessagesOfEqualTimeArePaged() {
        List<MessagePosition> messages = IntStream.range(0, 3_000)
                .mapToObj(i -> new MessagePosition(NOON, i * 7_919 % 3_000, "m" + i))
                .toList();
        SessionSnapshot session = store(messages);

        assertThat(readAll(session, 1_000, Direction.FORWARD)).isEqualTo(sorted(messages, Direction.FORWARD));
        assertThat(readAll(session, 700, Direction.BACKWARD)).isEqualTo(sorted(messages, Direction.BACKWARD));
        assertThat(readAll(session, 90, Direction.FORWARD)).isEqualTo(sorted(messages, Direction.FORWARD));
    }

    private static SessionSnapshot store(List<MessagePosition> messages) {
        redis.flushAll();
        List<SinkEntry> entries = messages.stream()
                .map(message -> ENTRIES.created(message.messageId(), message.sentAt(), message.order(), "text"))
                .toList();
        server.write(Map.of(), entries);
        List<MessagePosition> sorted = sorted(messages, Direction.FORWARD);
        return Sessions.open(
                GENERAL, sorted.get(0).sentAt(), sorted.get(sorted.size() - 1).sentAt(), messages.size());
    }

    private static List<MessagePosition> readAll(SessionSnapshot session, int limit, Direction direction) {
        List<MessagePosition> all = new ArrayList<>();
        boolean more = true;
        while (more) {
            Optional<MessagePosition> after = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
            MessagePage page = read(session, new PageRequest(after, limit, direction));
            page.messages().forEach(message -> all.add(message.position()));
            more = page.more();
            assertThat(page.messages()).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
            assertThat(all).hasSizeLessThanOrEqualTo((int) session.counts().messages());
        }
        return all;
    }

    private static MessagePage read(SessionSnapshot session, PageRequest request) {
        try (RedisSessionReader reader = server.reader()) {
            return reader.messages(session, request).orElseThrow();
        }
    }

    private static List<MessagePosition> sorted(List<MessagePosition> messages, Direction direction) {
        Comparator<MessagePosition> order =
                direction == Direction.FORWARD ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return messages.stream().sorted(order).toList();
    }
}
