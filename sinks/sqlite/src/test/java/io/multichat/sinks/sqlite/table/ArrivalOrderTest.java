package io.multichat.sinks.sqlite.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.Sender;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.connect.sink.SinkRecord;

/** The rows of a message depend on its versions only, not on how they arrive. */
class ArrivalOrderTest {
    private static final String ROWS =
            "SELECT message_id, sent_at, ordering, sender_id, sender_name, role, text, reply_to,"
                    + " edited_at, deleted_at, event, original, (SELECT group_concat(word) FROM (SELECT 'one' AS word UNION"
                    + " SELECT 'two') WHERE id IN (SELECT rowid FROM messages_fts WHERE messages_fts MATCH word))"
                    + " FROM messages ORDER BY message_id";
    private static final String REVISIONS = "SELECT * FROM message_revisions";

    @Property(tries = 60)
    void rowsAreTheSameInAnyOrderAnyBatchesAndWithRedelivery(
            @ForAll @Size(max = 25) List<@From("versions") SinkRecord> versions, @ForAll Random random) {
        List<SinkRecord> again = new ArrayList<>(versions);
        again.addAll(versions);
        Collections.shuffle(again, random);
        try (StoreFile oneByOne = new StoreFile();
                StoreFile inBatches = new StoreFile()) {
            try (RunningTask task = RunningTask.on(oneByOne.path())) {
                versions.forEach(task::put);
            }
            try (RunningTask task = RunningTask.on(inBatches.path())) {
                for (int from = 0; from < again.size(); ) {
                    int to = Math.min(again.size(), from + 1 + random.nextInt(10));
                    task.put(again.subList(from, to));
                    from = to;
                }
            }

            assertThat(inBatches.rows(ROWS)).isEqualTo(oneByOne.rows(ROWS));
            assertThat(inBatches.rows(REVISIONS)).isEqualTo(oneByOne.rows(REVISIONS));
        }
    }

    @Provide
    Arbitrary<SinkRecord> versions() {
        Arbitrary<EventType> types = Arbitraries.of(
                EventType.MESSAGE_CREATED,
                EventType.MESSAGE_CREATED,
                EventType.MESSAGE_EDITED,
                EventType.MESSAGE_EDITED,
                EventType.MESSAGE_DELETED);
        Arbitrary<Long> times = Arbitraries.longs().between(1_000, 1_002);
        Arbitrary<Sender> senders =
                Arbitraries.of(Sender.user("ada"), new Sender("bob", Optional.of("Bob"), Sender.Role.BOT));
        Arbitrary<Content> contents = Combinators.combine(
                        Arbitraries.of("one", "two").optional(),
                        Arbitraries.of("x", "y").optional())
                .as((text, replyTo) -> Content.of(text, Optional.empty(), replyTo, Optional.empty(), Optional.empty()));
        return Combinators.combine(types, Arbitraries.of("m", "n"), times, times, senders, contents)
                .as((type, messageId, time, placedAt, sender, content) -> {
                    boolean creation = type == EventType.MESSAGE_CREATED;
                    ChatEvent event = new ChatEvent(
                            type,
                            Chat.GENERAL,
                            Optional.of(messageId),
                            creation ? Optional.of(sender) : Optional.empty(),
                            time,
                            OptionalLong.empty(),
                            Optional.empty(),
                            content);
                    return SinkRecords.transcript(
                            Chat.at(0),
                            event,
                            new Placement(Optional.empty(), creation ? time : placedAt, placedAt % 2, type));
                });
    }
}
