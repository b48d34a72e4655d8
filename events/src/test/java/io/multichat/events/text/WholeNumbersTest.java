package io.multichat.events.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumbersTest {
    @Property
    void everyNumberIsReadAsItWasWritten(@ForAll long number, @ForAll int small) {
        assertThat(WholeNumbers.parseLong(Long.toString(number))).isEqualTo(number);
        assertThat(WholeNumbers.parseInt(Integer.toString(small))).isEqualTo(small);
    }

    @ParameterizedTest
    @CsvSource({"+5, 5", "-0, 0", "007, 7", "-9223372036854775808, -9223372036854775808"})
    void signsAndLeadingZerosAreValid(String text, long number) {
        assertThat(WholeNumbers.parseLong(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "", "-", "+", "--1", "1-", " 1", "1 ", "1.0", "1e3", "0x1", "1_000", "٣", "1٣", "۳", "๓", "३", "３"
            })
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> WholeNumbers.parseLong(text)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> WholeNumbers.parseInt(text)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "100000000000000000000"})
    void numbersThatNeedMoreBitsAreRefused(String text) {
        assertThatThrownBy(() -> WholeNumbers.parseLong(text)).hasMessageContaining("64 bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649"})
    void numbersOfMoreThan32BitsAreNoInt(String text) {
        assertThatThrownBy(() -> WholeNumbers.parseInt(text)).hasMessageContaining("32 bits");
    }
}
