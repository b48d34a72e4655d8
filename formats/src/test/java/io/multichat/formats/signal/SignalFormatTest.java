package io.multichat.formats.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;

class SignalFormatTest {
    private final SignalFormat format = new SignalFormat();

    @Test
    void aMessageMayHaveSeveralLines() {
        Reading reading = read("[2026-01-31, 12:00] Ada: tea:\n  a cup\n\n[2026-01-31, 12:01] Bob B.: yes\r\n");

        assertThat(reading.lines())
                .containsExactly("2026-01-31T12:00:00.000Z Ada: tea:\n  a cup", "2026-01-31T12:01:00.000Z Bob B.: yes");
        assertThat(reading.events().get(0).conversation().key()).isEqualTo("signal/Tea");
    }

    @Test
    void faultyLinesAreRefusedAndTheOthersAreRead() {
        Reading reading = read("noise\n[2026-02-31, 12:00] Ada: hi\n[2026-01-31, 12:00] Ada: hi");

        assertThat(reading.lines()).containsExactly("2026-01-31T12:00:00.000Z Ada: hi");
        assertThat(reading.refusals())
                .hasSize(2)
                .contains("line 1: the line does not belong to a message")
                .anyMatch(refusal -> refusal.startsWith("line 2: "));
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        Reading reading = read("[2026-01-31, 12:00] Ada: hi\n" + ("x".repeat(1 << 16) + "\n").repeat(17)
                + "[2026-01-31, 12:00] Ada: ho");

        assertThat(reading.lines()).containsExactly("2026-01-31T12:00:00.000Z Ada: ho");
        assertThat(reading.refusals()).containsExactly("line 1: the text is longer than 1048576 characters");
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/Tea.txt", text));
    }
}
