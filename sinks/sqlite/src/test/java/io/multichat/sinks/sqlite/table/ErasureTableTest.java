package io.multichat.sinks.sqlite.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** An entry is compared with few of the markers of its conversation. */
class ErasureTableTest {
    private static final int END = 1_000;
    private static final long CONVERSATION = 1;
    private static final EventEncoder ENCODER = new EventEncoder();

    @Property(tries = 30)
    void whatStaysOfAnEntryIsWhatAllMarkersLeaveOfIt(@ForAll Random random) throws SQLException {
        List<ErasureMarker> markers = Stream.generate(() -> marker(random))
                .limit(1 + random.nextInt(20))
                .toList();
        try (StoreFile file = created();
                Connection connection = file.connect()) {
            file.execute("INSERT INTO conversations (id, key, hash, platform, channel) VALUES (1, 'x', 1, 'y', 'z')");
            ErasureTable erasures = new ErasureTable(connection);
            for (ErasureMarker marker : markers) {
                erasures.add(CONVERSATION, marker);
            }
            ErasureTable reopened = new ErasureTable(connection);
            reopened.refresh();

            for (int sentAt = 0; sentAt <= END; sentAt += 1 + random.nextInt(5)) {
                SinkEntry.Transcript entry = message(sentAt);
                Optional<String> left = leftBy(markers, entry);
                assertThat(erasures.rest(CONVERSATION, entry).map(ErasureTableTest::text))
                        .as("at %s after %s", sentAt, markers)
                        .isEqualTo(left);
                assertThat(reopened.rest(CONVERSATION, entry).map(ErasureTableTest::text))
                        .isEqualTo(left);
            }
        }
    }

    @Example
    void markersAreFoundByAnIndex() {
        try (StoreFile file = created()) {
            assertThat(file.rows("EXPLAIN QUERY PLAN " + ErasureTable.COVERING))
                    .singleElement()
                    .asString()
                    .contains("COVERING INDEX", "(conversation_id=? AND participant=? AND from_at>? AND from_at<?)");
        }
    }

    private static StoreFile created() {
        StoreFile file = new StoreFile();
        RunningTask.on(file.path()).close();
        return file;
    }

    /** What is left when each marker is compared. */
    private static Optional<String> leftBy(List<ErasureMarker> markers, SinkEntry.Transcript entry) {
        List<ErasureMarker> covering = markers.stream()
                .filter(marker -> marker.covers(entry.event(), entry.placement().sentAt()))
                .toList();
        if (covering.isEmpty()) {
            return Optional.of(text(entry));
        }
        return covering.stream().allMatch(marker -> marker.leavesRemainder(entry.event()))
                ? Optional.of(text(ErasureTable.remainder(entry)))
                : Optional.empty();
    }

    /** A session, now and then a long one that contains others; or a participant. */
    private static ErasureMarker marker(Random random) {
        int at = random.nextInt(END);
        if (random.nextInt(4) > 0) {
            return ErasureMarker.ofSession(at, at + random.nextInt(random.nextInt(5) == 0 ? END : 20));
        }
        String sender = random.nextBoolean() ? "ada" : "bob";
        return ErasureMarker.ofParticipant(ParticipantHash.of(Chat.GENERAL, sender), at / 2);
    }

    private static String text(SinkEntry.Transcript entry) {
        return new String(entry.value(), StandardCharsets.UTF_8);
    }

    private static SinkEntry.Transcript message(long sentAt) {
        ChatEvent event = SinkRecords.message(Chat.GENERAL, "m" + sentAt, sentAt, "hello");
        return new SinkEntry.Transcript(
                new Origin("chat-transcript", 0, sentAt),
                ENCODER.encode(event),
                event,
                SinkRecords.placed(sentAt, sentAt));
    }
}
