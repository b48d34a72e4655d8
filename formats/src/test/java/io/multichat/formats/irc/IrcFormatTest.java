package io.multichat.formats.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.FileHead;
import io.multichat.formats.ReadOptions;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the name of a log, flags and faulty lines mean. */
class IrcFormatTest {
    private static final String LINE = "[12:00] <ada> hi\n";

    private final IrcFormat format = new IrcFormat();

    @ParameterizedTest
    @CsvSource({
        "/logs/#tea_20260131.log, #tea",
        "/logs/2026-01-31-tea.log, tea",
        "/logs/libera/#tea/2026-01-31.log, #tea",
        "/logs/tea-2026-01-31.log.gz, tea",
    })
    void channelAndDateComeFromTheName(String path, String channel) {
        Reading reading = Reading.of(format, MemorySource.file(path, LINE));

        assertThat(reading.lines()).containsExactly("2026-01-31T12:00:00.000Z ada: hi");
        assertThat(reading.events().get(0).conversation().channel()).isEqualTo(channel);
        assertThat(reading.assumptions())
                .containsExactlyInAnyOrder(
                        "Channels are taken from the names of files; --channel says otherwise.",
                        "Times without a zone are read as UTC; --timezone says otherwise.");
    }

    @Test
    void anImpossibleDateIsRefusedAlone() {
        Reading reading = Reading.of(
                format, MemorySource.file("/logs/#tea_20260131.log", "--- Day changed Sun Feb 30 2026\n" + LINE));

        assertThat(reading.lines()).containsExactly("2026-01-31T12:00:00.000Z ada: hi");
        assertThat(reading.refusals()).hasSize(1).first().asString().contains("line 1");
    }

    @Test
    void flagsSayWhatAStreamDoesNot() {
        ReadOptions options = new ReadOptions(
                Optional.of(ZoneId.of("Europe/Berlin")),
                Optional.empty(),
                Optional.of("#tea"),
                Optional.of("libera"),
                Optional.of(Instant.parse("2026-01-31T00:00:00Z")),
                Optional.empty(),
                1_000,
                Map.of());

        Reading reading = Reading.of(format, MemorySource.file("", LINE), options);

        assertThat(reading.lines()).containsExactly("2026-01-31T11:00:00.000Z ada: hi");
        assertThat(reading.events().get(0).conversation().channel()).isEqualTo("libera/#tea");
        assertThat(reading.assumptions()).isEmpty();
    }

    @Test
    void whatIsMissingIsRefusedWithTheFlag() {
        assertThat(Reading.of(format, MemorySource.file("/tea.log", LINE)).refusals())
                .containsExactly(
                        "line 1: no date: neither the line nor the name of the file has one; give the first day"
                                + " with --start");
        assertThat(Reading.of(format, MemorySource.file("/2026-01-31.log", LINE))
                        .refusals())
                .containsExactly("line 1: no channel: the name of the file has none; give it with --channel");
    }

    @Test
    void faultyLinesAreRefusedAndTheOthersAreRead() {
        Reading reading = Reading.of(
                format,
                MemorySource.file(
                        "/2026-01-31-tea.log",
                        "noise\n[12:00] noise\n[25:00] <ada> hi\n" + "[" + "x".repeat(2 << 20) + "\n" + LINE));

        assertThat(reading.lines()).hasSize(1);
        assertThat(reading.refusals())
                .hasSize(4)
                .contains("line 1: the line does not begin with a time", "line 2: not a line of an IRC log");
    }

    @Test
    void equalLinesOfOneMinuteAreDifferentMessagesInTheOrderOfTheFile() {
        Reading reading = Reading.of(format, MemorySource.file("/2026-01-31-tea.log", LINE + LINE));

        assertThat(reading.events())
                .extracting(event -> event.messageId().orElseThrow())
                .doesNotHaveDuplicates();
        assertThat(reading.events())
                .extracting(event -> event.order().orElseThrow())
                .containsExactly(0L, 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dear diary\n",
                "[99:99] <ada> hi\n",
                "Feb 30 12:00:00 <ada>\thi\n",
                "[31/01/26, 12:00:00] Ada: hi\n",
                "31/01/26, 12:00 - Ada: hi\n",
                "{\"messages\":[]}\n",
                "AuthorID;Author;Date;Content;\n"
            })
    void otherTextIsNotRecognized(String text) {
        assertThat(format.recognizes(FileHead.of("a.txt", text.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }
}
