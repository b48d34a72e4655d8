package io.multichat.sinks.archive.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A buffer holds exactly what was added. */
class LineBufferTest {
    @Property
    void onlyLineBreaksBecomeSpaces(@ForAll byte[] before, @ForAll byte[] value) {
        byte[] json = value.clone();
        for (int i = 0; i < json.length; i += 3) {
            json[i] = (byte) "\n\r\t \u000b\u000e\u0010".charAt(Math.floorMod(json[i], 7));
        }
        LineBuffer bytes = new LineBuffer(1).add(before).oneLine(json);

        String text = new String(bytes.array(), before.length, json.length, StandardCharsets.ISO_8859_1);
        assertThat(bytes.length()).isEqualTo(before.length + json.length);
        assertThat(Arrays.copyOf(bytes.array(), before.length)).isEqualTo(before);
        assertThat(text)
                .isEqualTo(new String(json, StandardCharsets.ISO_8859_1)
                        .replace('\n', ' ')
                        .replace('\r', ' '));
    }

    @Property
    void aNumberIsWrittenInDecimal(@ForAll long number) {
        LineBuffer bytes = new LineBuffer(1).ascii("x").number(number).ascii("y");

        assertThat(new String(bytes.array(), 0, bytes.length(), StandardCharsets.US_ASCII))
                .isEqualTo("x" + number + "y");
    }
}
