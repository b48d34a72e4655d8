package io.multichat.formats.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.formats.testing.Written;
import io.multichat.formats.write.WriteOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain|plain",
                "=HYPERLINK(1)|'=HYPERLINK(1)",
                "+1|'+1",
                "-1|'-1",
                "@SUM(A1)|'@SUM(A1)",
                "a,b|\"a,b\"",
                "say \"hi\"|\"say \"\"hi\"\"\"",
                "=1,2|\"'=1,2\"",
                "a;=1|\"a;=1\"",
                "a\t=1|\"a\t=1\"",
                "\uFF1D1|'\uFF1D1",
            })
    void textIsQuotedAndNeverAFormula(String text, String cell) throws IOException {
        String csv = Written.session(
                new CsvFormat(),
                WriteOptions.DEFAULTS,
                Written.text(Conversation.of("irc", "a"), "m", Sender.user("ada"), text));

        assertThat(csv.split("\r\n")).hasSize(2);
        assertThat(csv.split("\r\n")[1])
                .contains(",irc,a,,message.created,m,2001-09-09T01:46:40.000Z,ada,,user," + cell + ",,,,,");
    }

    @Test
    void lineBreaksStayInsideTheirCell() throws IOException {
        String csv = Written.session(
                new CsvFormat(),
                WriteOptions.DEFAULTS,
                Written.text(Conversation.of("irc", "a"), "m", Sender.user("ada"), "one\ntwo"));

        assertThat(csv).contains(",\"one\ntwo\",");
    }
}
