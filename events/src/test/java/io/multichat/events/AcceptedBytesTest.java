package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedBytesTest {
    private static final byte[] KEY = ascii("irc/%23multichat");
    private static final byte[] VALUE = ascii("{}");

    @Test
    void aHeaderVouchesOnlyForItsOwnKeyAndValue() {
        byte[] header = new Placement(Optional.empty(), 5, 6, EventType.MESSAGE_CREATED).toBytes(KEY, VALUE);

        assertThat(AcceptedBytes.match(header, KEY, VALUE)).isTrue();
        assertThat(AcceptedBytes.match(header, ascii("irc/%23other"), VALUE)).isFalse();
        assertThat(AcceptedBytes.match(header, KEY, ascii("{ }"))).isFalse();
        assertThat(AcceptedBytes.match(header, null, VALUE)).isFalse();
        assertThat(AcceptedBytes.match(header, KEY, null)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "2",
                "1;;5;6;message.created;",
                "1;;5;6;message.created;;%s",
                "2;;5;6;message.created;;0%s",
                "2;;5;6;message.created;;zzzzzzzz",
                "2;;5;6;message.created;;"
            })
    void aHeaderWithoutAChecksumVouchesForNothing(String pattern) {
        String checksum = HexFormat.of().toHexDigits(AcceptedBytes.checksum(KEY, VALUE));

        assertThat(AcceptedBytes.match(pattern == null ? null : ascii(pattern.replace("%s", checksum)), KEY, VALUE))
                .isFalse();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
