package io.multichat.topology.state.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VarintTest {
    @Property
    void readsWhatItWrote(@ForAll long number) throws IOException {
        assertThat(Varint.read(input(written(number)))).isEqualTo(number);
        assertThat(Varint.read(ByteBuffer.wrap(written(number)))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "-1, 01",
        "1, 02",
        "63, 7e",
        "64, 8001",
        "-8192, ff7f",
        "9223372036854775807, feffffffffffffffff01",
        "-9223372036854775808, ffffffffffffffffff01"
    })
    void writesTheBytesOfKafkasRecords(long number, String bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes.length() / 2);
        Varint.write(buffer, number);

        assertThat(HexFormat.of().formatHex(written(number))).isEqualTo(bytes);
        assertThat(HexFormat.of().formatHex(buffer.array())).isEqualTo(bytes);
    }

    @Test
    void refusesANumberOfMoreThanTenBytes() {
        byte[] tooLong = new byte[11];
        Arrays.fill(tooLong, (byte) 0x80);

        assertThatThrownBy(() -> Varint.read(input(tooLong))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Varint.read(ByteBuffer.wrap(tooLong))).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] written(long number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Varint.write(new DataOutputStream(bytes), number);
        return bytes.toByteArray();
    }

    private static DataInputStream input(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
