package io.multichat.app.refill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.jobs.refill.RefillException;
import io.multichat.jobs.verify.VerifyReport;
import io.multichat.sinks.core.testing.CanaryRecords;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.sqlite.read.SqlitePositions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite, filled from the archive. */
class SqliteRefillTest {
    private static final int DAYS = 10;

    @TempDir
    private Path folder;

    private LostStores stores;

    @BeforeEach
    void writeBoth() {
        stores = new LostStores(folder);
        List<SinkRecord> chat = DailyChat.chat(0, DAYS);
        stores.archived(chat);
        stores.stored(chat);
    }

    @Test
    void aLostDatabaseHasEverythingAgainAndItsSinkContinuesBehindIt() throws IOException {
        VerifyReport before = verified();
        stores.loseSqlite();

        FilledAnswer answer = stores.refilledSqlite();

        assertThat(answer).isEqualTo(new FilledAnswer(stores.sqlite().toString(), DAYS, DAYS, 0, List.of()));
        assertThat(verified()).isEqualTo(before);
        List<SinkRecord> more = DailyChat.chat(DAYS, DAYS + 2);
        // It reads the last record again, to see that the topic is the same.
        assertThat(stores.stored(more)).isEqualTo(DAYS - 1);
        stores.archived(more);
        assertThat(verified().stores().get("sqlite")).isEqualTo(new VerifyReport.Held(DAYS + 2, DAYS + 2));
        assertThat(verified().differences()).isEmpty();
    }

    @Test
    void aGapBelowThePositionIsClosedAndThePositionStays() throws IOException {
        stores.loseSqlite();
        stores.stored(DailyChat.chat(7, DAYS + 2));
        stores.archived(DailyChat.chat(DAYS, DAYS + 1));

        stores.refilledSqlite();
        stores.refilledSqlite();

        assertThat(SqlitePositions.read(stores.sqlite())).containsEntry(LostStores.TRANSCRIPT, DAYS + 2L);
        assertThat(verified().stores().get("sqlite")).isEqualTo(new VerifyReport.Held(DAYS + 2, DAYS + 2));
    }

    @Test
    void aRefillThatIsNotCompleteLeavesThePositionWhereItWas() throws IOException {
        // More than a batch, so that some of it is written before the damage is found.
        stores.archived(LongStream.range(DAYS, DAYS + 5)
                .mapToObj(SqliteRefillTest::largeMessage)
                .toList());
        stores.loseSqlite();
        Path segment = lastSegment();
        byte[] whole = Files.readAllBytes(segment);
        Files.write(segment, new byte[] {0}, StandardOpenOption.APPEND);

        assertThatThrownBy(stores::refilledSqlite)
                .isInstanceOf(RefillException.class)
                .hasMessageContaining("the archive is damaged");

        assertThat(SqlitePositions.read(stores.sqlite()).getOrDefault(LostStores.TRANSCRIPT, 0L))
                .isZero();
        assertThat(stores.stored(List.of())).isZero();
        Files.write(segment, whole);
        stores.refilledSqlite();
        assertThat(verified().stores().get("sqlite")).isEqualTo(new VerifyReport.Held(DAYS + 5, DAYS));
        assertThat(SqlitePositions.read(stores.sqlite())).containsEntry(LostStores.TRANSCRIPT, DAYS + 5L);
    }

    @Test
    void whatTheTopicStillHoldsOfAnErasedPersonStaysAway() throws IOException {
        List<SinkRecord> birds = new ArrayList<>(CanaryRecords.chat());
        birds.add(CanaryRecords.personErased(birds.size()));
        LostStores erased = new LostStores(Files.createDirectory(folder.resolve("erased")));
        erased.archived(birds);
        erased.refilledSqlite();
        assertThat(erased.stored(List.of())).isEqualTo(birds.size() - 1);

        // The offsets were reset, and the sink has read the topic, but not the command yet.
        erased.stored(CanaryRecords.chat());

        assertThat(bytes(erased.sqlite()))
                .contains(CanaryRecords.ROBIN)
                .doesNotContainIgnoringCase(CanaryRecords.CANARY);
        // Only what the records leave out: their sessions.
        assertThat(erased.verified(Map.of()).byStore()).containsOnlyKeys("sessions");
    }

    private static SinkRecord largeMessage(long offset) {
        return SinkRecords.transcript(
                new SinkRecords.At(0, offset),
                SinkRecords.message(DailyChat.LOUNGE, "m" + offset, DailyChat.START, "x".repeat(900_000)),
                SinkRecords.placed(DailyChat.START, offset));
    }

    private VerifyReport verified() {
        return stores.verified(Map.of());
    }

    private Path lastSegment() throws IOException {
        try (Stream<Path> files = Files.walk(stores.archive().resolve("sessions"))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .reduce((one, next) -> next)
                    .orElseThrow();
        }
    }

    private static String bytes(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
