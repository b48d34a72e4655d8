package io.multichat.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.EventJson;
import io.multichat.events.RejectReason;
import io.multichat.events.Rejections;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderEncodingTest {
    @Test
    void aNullValueIsNotAnEvent() {
        assertThat(Rejections.of((byte[]) null)).isEqualTo(RejectReason.NULL_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "c080, an overlong NUL",
        "c1bf, an overlong letter",
        "e08080, overlong in three bytes",
        "f0808080, overlong in four bytes",
        "eda0bdedb880, CESU-8",
        "eda0bd, half a pair in three bytes",
        "80, a continuation without a start",
        "c3, a start without a continuation",
        "e282, a character cut short",
        "f4908080, beyond the last code point",
        "ff, a byte that UTF-8 does not have",
        "e9, Latin-1"
    })
    void invalidUtf8IsNeverRepaired(String hex, String why) {
        byte[] value = EventJson.message().with("text", "\"?\"").bytes();
        int place = new String(value, StandardCharsets.US_ASCII).indexOf('?');

        byte[] broken = splice(value, place, HexFormat.of().parseHex(hex));

        assertThat(Rejections.of(broken)).as(why).isEqualTo(RejectReason.NOT_JSON);
        assertThat(Rejections.rejection(broken)).hasMessage("not UTF-8 at byte " + place);
    }

    @Test
    void aCharacterCutShortByTheEndIsNotUtf8() {
        byte[] value = "{\"text\":\"é".getBytes(StandardCharsets.UTF_8);

        assertThat(Rejections.of(Arrays.copyOf(value, value.length - 1))).isEqualTo(RejectReason.NOT_JSON);
    }

    @Test
    void aByteOrderMarkIsNotJson() {
        assertThat(Rejections.of("\uFEFF" + EventJson.message())).isEqualTo(RejectReason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void otherUnicodeEncodingsAreNotGuessed(String charset) {
        byte[] value = EventJson.message().toString().getBytes(Charset.forName(charset));

        assertThat(Rejections.of(value)).isEqualTo(RejectReason.NOT_JSON);
    }

    private static byte[] splice(byte[] value, int place, byte[] bytes) {
        String latin = new String(value, StandardCharsets.ISO_8859_1);
        String inserted = new String(bytes, StandardCharsets.ISO_8859_1);
        return (latin.substring(0, place) + inserted + latin.substring(place + 1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
