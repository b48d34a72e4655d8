package io.multichat.formats.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"general", "C0123ABC", "1736554636.807919", "日本語", "a-b_c.d"})
    void anOrdinaryNameStays(String name) {
        assertThat(SafeName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../../etc/passwd",
                "/abs",
                "a/b",
                "a\\b",
                "a\u0000b",
                "con",
                "NUL.txt",
                "-rf",
                ".hidden",
                "end.",
                "#ubuntu",
                "a b",
                "~",
                "e\u0301",
                "C:",
                "\u202Eevil",
                "\uD83D\uDE00"
            })
    void anyOtherTextBecomesASafeNameWithAHash(String text) {
        assertThat(SafeName.of(text)).matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*~[0-9a-f]{8}|~[0-9a-f]{8}");
    }

    @Test
    void differentTextsHaveDifferentNames() {
        assertThat(SafeName.of("a/b")).isNotEqualTo(SafeName.of("a\\b"));
    }

    @Test
    void aLongNameIsCut() {
        assertThat(SafeName.of("あ".repeat(400)).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(140);
    }
}
