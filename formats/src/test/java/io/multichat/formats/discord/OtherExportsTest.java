package io.multichat.formats.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.FileHead;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV, plain text, and how exports are recognized. */
class OtherExportsTest {
    private static final String HEADER = "AuthorID,Author,Date,Content,Attachments,Reactions\n";

    private final DiscordFormat format = new DiscordFormat();

    @Test
    void csv() {
        String csv = "AuthorID;Author;Date;Content;Attachments;Reactions;\r\n"
                + "\"7\";\"ada#1234\";\"31-Jan-26 06:17 PM\";\"two\r\nlines; \"\"quoted\"\"\";\"http://a/b.png\";\"T (1)\";\r\n"
                + "\"7\";\"ada#1234\";\"31-Jan-26 06:17 PM\";\"more\";\"\";\"\";\r\n";

        Reading reading = Reading.of(format, MemorySource.file("/x/Acme - Tea - green [123456].csv", csv));

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T18:17:00.000Z 7: two\r\nlines; \"quoted\"", "2026-01-31T18:17:00.000Z 7: more");
        assertThat(reading.events().get(0).conversation().key()).isEqualTo("discord/123456");
        assertThat(reading.events().get(0).content().parts().orElseThrow().toString())
                .isEqualTo("[{\"type\":\"attachment\",\"url\":\"http://a/b.png\"}]");
        assertThat(reading.events().get(0).content().attributes().orElseThrow().toString())
                .isEqualTo("{\"discord\":{\"reactions\":\"T (1)\"}}");
        assertThat(reading.events())
                .extracting(event -> event.order().orElseThrow())
                .containsExactly(0L, 1L);
        assertThat(recognized(csv)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00.0000000+07:00, 2026-01-31T05:00:00.000Z",
        "31-Jan-26 12:00 AM, 2026-01-31T00:00:00.000Z",
        "1/31/2026 1:05 PM, 2026-01-31T13:05:00.000Z",
        "2026-01-31 13:05, 2026-01-31T13:05:00.000Z"
    })
    void timesAreReadAsExportersWroteThem(String text, String time) {
        Reading reading = Reading.of(format, MemorySource.file("/x/tea.csv", HEADER + "7,ada," + text + ",hi,,\n"));

        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.lines()).containsExactly(time + " 7: hi");
    }

    @Test
    void faultyRowsAreRefused() {
        Reading reading = Reading.of(
                format,
                MemorySource.file("/x/tea.csv", HEADER + "7,ada\n7,ada,soon,hi,,\n,ada,1/31/2026 1:05 PM,hi,,\n"));

        assertThat(reading.refusals())
                .containsExactly(
                        "line 2: the row has 2 fields instead of at least 4",
                        "line 3: the time is not in a known format",
                        "line 4: sender.id is empty");
    }

    @Test
    void plainText() {
        String rule = "=".repeat(62) + "\n";
        String text = rule + "Guild: Acme\nChannel: tea\nTopic: a\nb\nMessages: 2\n" + rule + "\n"
                + "[31-Jan-26 12:17 PM] ada b#1234 (pinned)\nfirst\n\n[a list]\n{Reactions}\nT (1)\n\n"
                + "[31-Jan-26 12:18 PM] bob#1\nsecond\n\n\n" + rule + "Exported 2 message(s)\n" + rule;

        Reading reading = Reading.of(format, MemorySource.file("/x/tea.txt", text));

        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T12:17:00.000Z ada b#1234: first\n\n[a list]\n{Reactions}\nT (1)",
                        "2026-01-31T12:18:00.000Z bob#1: second");
        assertThat(reading.events().get(0).conversation().key()).isEqualTo("discord/tea");
        assertThat(reading.assumptions())
                .containsExactly(
                        "Channels without an id are identified by their names; --channel says otherwise.",
                        "Times without a zone are read as UTC; --timezone says otherwise.");
        assertThat(recognized(text)).isTrue();
        assertThat(recognized("[31-Jan-26 12:17 PM] ada\n")).isFalse();
    }

    @Test
    void jsonIsRecognizedByItsChannel() {
        assertThat(recognized("{\"guild\":{\"id\":\"1\"},\"channel\":{\"id\":\"2\"},\"messages\":[]}"))
                .isTrue();
        assertThat(recognized("{\"name\":\"a\",\"id\":1,\"messages\":[{\"id\":1,\"from\":\"a\"}]}"))
                .isFalse();
    }

    @Test
    void datesWithDotsBeginWithTheDay() {
        Reading reading = Reading.of(
                format,
                MemorySource.file(
                        "/x/tea [123456].csv",
                        "AuthorID,Author,Date,Content,Attachments,Reactions\n1,ada,02.03.2026 15:45,a,,\n"
                                + "1,ada,2/3/2026 3:46\u202fPM,b,,\n1,ada,31/3/2026 15:47,c,,\n"));

        assertThat(reading.lines()).containsExactly("2026-03-02T15:45:00.000Z 1: a", "2026-02-03T15:46:00.000Z 1: b");
        assertThat(reading.refusals())
                .containsExactly(
                        "line 4: the date does not exist in this order of day, month and year; give another one"
                                + " with --date-order");
    }

    private boolean recognized(String text) {
        return format.recognizes(FileHead.of("a", text.getBytes(StandardCharsets.UTF_8)));
    }
}
