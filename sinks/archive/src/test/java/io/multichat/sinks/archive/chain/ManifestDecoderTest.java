package io.multichat.sinks.archive.chain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.sinks.archive.files.ArchiveDamagedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestDecoderTest {
    /** A crash of the machine cut the file, left nothing of it, or left only zeros. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"format\":2,", "{\"format\":2}", "", "\0\0\0\0\0\0\0\0", "null", "[", "\u0001\u00ff"})
    void aDamagedManifestIsNamedOnOneLine(String content) {
        assertThatThrownBy(() -> ManifestDecoder.decode(content.getBytes(StandardCharsets.ISO_8859_1), "1.json"))
                .isInstanceOf(ArchiveDamagedException.class)
                .hasMessageStartingWith("1.json is not a manifest")
                .message()
                .hasLineCount(1);
    }
}
