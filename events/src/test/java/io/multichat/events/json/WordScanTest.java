package io.multichat.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Scanning eight bytes at a time gives the same result as scanning byte by byte. */
class WordScanTest {
    @Property
    void plainBytesEndAtTheFirstSpecialByte(@ForAll("bytes") byte[] json) {
        for (int from = 0; from <= json.length; from++) {
            assertThat(WordScan.plainEnd(json, from))
                    .isEqualTo(first(json, from, next -> next == '"' || next == '\\' || (next >= 0 && next < ' ')));
        }
    }

    @Property
    void theNextBackslashIsTheFirstOne(@ForAll("bytes") byte[] json) {
        for (int from = 0; from <= json.length; from++) {
            assertThat(WordScan.nextBackslash(json, from)).isEqualTo(first(json, from, next -> next == '\\'));
        }
    }

    @Property
    void plainBytesAreAsciiWithoutBackslashes(@ForAll("bytes") byte[] json) {
        assertThat(WordScan.arePlain(json)).isEqualTo(first(json, 0, next -> next < 0 || next == '\\') == json.length);
    }

    /** Mostly plain bytes, mixed with special ones and their neighbours. */
    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<Byte> special = Arbitraries.of(-128, -1, 0, 1, 31, 32, 33, 34, 35, 91, 92, 93, 127)
                .map(Integer::byteValue);
        Arbitrary<Byte> plain = Arbitraries.bytes().between((byte) 'a', (byte) 'z');
        return Arbitraries.frequencyOf(Tuple.of(8, plain), Tuple.of(1, special))
                .array(byte[].class)
                .ofMaxSize(40);
    }

    private static int first(byte[] json, int from, IntPredicate wanted) {
        int i = from;
        while (i < json.length && !wanted.test(json[i])) {
            i++;
        }
        return i;
    }
}
