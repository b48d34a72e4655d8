package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.MessageCursor;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.PageRequest.Direction;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.apache.kafka.connect.sink.SinkRecord;

class PagingTest {
    @Property(tries = 100)
    void pagesOfAnySizeInBothDirectionsContainTheMessagesInOrder(
            @ForAll @Size(max = 20) @UniqueElements List<@From("positions") MessagePosition> positions,
            @ForAll @IntRange(min = 1, max = 5) int limit,
            @ForAll Direction direction) {
        // One message for each id, at the first of its positions.
        List<MessagePosition> expected = new ArrayList<>(new TreeSet<>(distinctIds(positions)));
        SessionSnapshot session = Snapshots.open(0, 3, expected.size());
        try (StoreFile file = new StoreFile();
                RunningTask task = RunningTask.on(file.path());
                SqliteSessionReader reader = new SqliteSessionReader(file.path())) {
            task.put(Snapshots.record(0, session));
            task.put(expected.stream().map(PagingTest::record).toList());

            List<MessagePosition> read = readAll(reader, session, limit, direction);

            if (direction == Direction.BACKWARD) {
                Collections.reverse(expected);
            }
            assertThat(read).isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<MessagePosition> positions() {
        // U+FFFD and U+1F600 sort differently in UTF-16 and in UTF-8.
        Arbitrary<String> ids = Arbitraries.of(
                        "a", "A", "b", "ab", "\u00e9", "\uFFFD", "\uD83D\uDE00", "a\u0000", "\u0000")
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(parts -> String.join("", parts));
        return Combinators.combine(Arbitraries.longs().between(0, 3), Arbitraries.of(-1L, 0L, 1L, Long.MAX_VALUE), ids)
                .as(MessagePosition::new);
    }

    private static List<MessagePosition> distinctIds(List<MessagePosition> positions) {
        List<MessagePosition> distinct = new ArrayList<>();
        for (MessagePosition position : positions) {
            if (distinct.stream().noneMatch(other -> other.messageId().equals(position.messageId()))) {
                distinct.add(position);
            }
        }
        return distinct;
    }

    private static SinkRecord record(MessagePosition position) {
        return SinkRecords.transcript(
                Chat.at(0),
                SinkRecords.message(Chat.GENERAL, position.messageId(), position.sentAt(), "text"),
                SinkRecords.placed(position.sentAt(), position.order()));
    }

    private static List<MessagePosition> readAll(
            SqliteSessionReader reader, SessionSnapshot session, int limit, Direction direction) {
        List<MessagePosition> read = new ArrayList<>();
        Optional<MessagePosition> after = Optional.empty();
        while (true) {
            MessagePage page = reader.messages(session, new PageRequest(after, limit, direction))
                    .orElseThrow();
            page.messages().stream().map(StoredMessage::position).forEach(read::add);
            if (!page.more()) {
                return read;
            }
            assertThat(page.messages()).hasSize(limit);
            after = Optional.of(MessageCursor.parse(MessageCursor.of(read.get(read.size() - 1))));
        }
    }
}
