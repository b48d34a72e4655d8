package io.multichat.app.command.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @ParameterizedTest
    @ValueSource(ints = {0x80, 0x9B, 0x2028, 0x202E, 0x2066, 0xFEFF, 0xD800})
    void terminalControlSequencesAreEscaped(int point) {
        String safe = Printable.line("a" + new String(Character.toChars(point)) + "b");

        assertThat(safe).isEqualTo("a\\u%04xb".formatted(point));
    }

    @ParameterizedTest
    @CsvSource({"0, ␀", "7, ␇", "27, ␛", "13, ␍", "127, ␡"})
    void controlCharactersOfAsciiBecomeTheirSymbols(int point, String symbol) {
        assertThat(Printable.line("a" + (char) point + "b")).isEqualTo("a" + symbol + "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "こんにちは", "مرحبا", "👩‍👩‍👧‍👦 ❤️", "🏴\uDB40\uDC67\uDB40\uDC7F", "क्‍ष", "\\u001b"})
    void whatPeopleWriteStays(String text) {
        assertThat(Printable.line(text)).isEqualTo(text);
    }

    @Test
    void lineBreaksAreKeptOnlyInMultiLineTextAndTabsBecomeBlanks() {
        assertThat(Printable.lines("a\nb\rc")).isEqualTo("a\nb␍c");
        assertThat(Printable.lines("a\tb")).isEqualTo("a b");
        assertThat(Printable.line("a\tb")).isEqualTo("a b");
        assertThat(Printable.line("a\nb")).isEqualTo("a␊b");
    }
}
