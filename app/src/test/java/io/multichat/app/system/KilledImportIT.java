package io.multichat.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.app.data.ImportJournalFile;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.testing.TestBroker;
import io.multichat.events.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process of an import that is killed as by {@code kill -9} and run again. The format has no ids: they are derived from the content
 * and, for equal lines, from their number, which must not change when an import continues in the middle of a file.
 */
class KilledImportIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int LINES = 120_000;
    private static final int LINES_PER_MINUTE = 40;
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d/M/yy, HH:mm", Locale.ROOT);

    @TempDir
    private Path folder;

    @Test
    void nothingIsMissingAndNothingIsTwiceAfterAnImportWasKilledTwice() throws Exception {
        // Given
        List<String> expected = new ArrayList<>();
        Path chat = Files.write(folder.resolve("tea.txt"), lines(expected), StandardCharsets.UTF_8);
        Path data = folder.resolve("data");
        Path journal = ImportJournalFile.in(data, List.of(chat.toString()));
        try (DevProcess dev = DevProcess.start(data);
                Admin admin = DeploymentSettings.kafka(dev.endpoints().bootstrapServers(), TestBroker.settings())
                        .admin()) {
            // When
            killed(data, chat, () -> published(admin) > 10_000);
            assertThat(published(admin)).isLessThan(LINES);
            killed(data, chat, () -> Files.exists(journal));
            assertThat(journal).exists();
            CommandResult third = run(data, chat);

            // Then
            assertThat(third.exitCode()).as(third.err()).isZero();
            assertThat(third.out()).as(third.err()).contains("dead letters 0");
            assertThat(stored(dev)).isEqualTo(expected.stream().sorted().toList());
            assertThat(StoreContents.ofArchive(dev.layout()).messages())
                    .hasSize(LINES)
                    .doesNotHaveDuplicates();
            CommandResult again = run(data, chat);
            assertThat(again.out()).as(again.err()).contains("accepted 0, duplicates " + LINES);
        }
    }

    /** WhatsApp's text, with some equal lines in each minute; adds what is expected of each. */
    private static List<String> lines(List<String> expected) {
        List<String> lines = new ArrayList<>(LINES);
        LocalDateTime begin = LocalDateTime.of(2026, 1, 13, 8, 0);
        for (int i = 0; i < LINES; i++) {
            LocalDateTime at = begin.plusMinutes(i / LINES_PER_MINUTE);
            String author = "Person " + i % 4;
            String text = i % 10 < 7 ? "ok" : "line " + i;
            lines.add(WRITTEN.format(at) + " - " + author + ": " + text);
            expected.add(at.toInstant(ZoneOffset.UTC).toEpochMilli() + " " + author + " " + text);
        }
        return lines;
    }

    private void killed(Path data, Path chat, BooleanSupplier moment) throws Exception {
        Process importing = new ProcessBuilder(Installed.command(arguments(data, chat)))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile())
                .start();
        try {
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(1))
                    .failFast("the import ended before it was killed", () -> !importing.isAlive())
                    .until(moment::getAsBoolean);
        } finally {
            importing.destroyForcibly().waitFor();
        }
    }

    private static long published(Admin admin) {
        Map<TopicPartition, OffsetSpec> ends = List.of(0, 1, 2, 3).stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(Topics.MESSAGES, partition), any -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().toCompletionStage().toCompletableFuture().join().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    private static CommandResult run(Path data, Path chat) {
        return CommandResult.of(arguments(data, chat));
    }

    private static String[] arguments(Path data, Path chat) {
        return new String[] {"import", "--data-dir", data.toString(), "--timezone", "UTC", "--wait", chat.toString()};
    }

    private static List<String> stored(DevProcess dev) throws Exception {
        List<String> stored = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + dev.layout().sessions());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT sent_at || ' ' || coalesce(sender_name, sender_id) || ' '"
                                + " || text FROM messages")) {
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
        }
        return stored.stream().sorted().toList();
    }
}
