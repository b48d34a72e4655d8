package io.multichat.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.multichat.formats.EventReader;
import io.multichat.formats.SessionWriter;
import io.multichat.formats.jsonl.JsonLinesReader;
import io.multichat.formats.jsonl.JsonLinesWriter;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class FormatRegistryTest {
    @Test
    void aFormatIsFoundByItsName() throws Exception {
        try (EventReader reader = FormatRegistry.READERS.named("jsonl").open(InputStream.nullInputStream(), 1)) {
            assertThat(reader).isInstanceOf(JsonLinesReader.class);
        }
        SessionWriter writer = FormatRegistry.WRITERS.named("jsonl").open(OutputStream.nullOutputStream());
        assertThat(writer).isInstanceOf(JsonLinesWriter.class);
    }

    @Test
    void anUnknownNameIsRefusedWithTheListOfNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FormatRegistry.READERS.named("csv"))
                .withMessage("\"csv\" is not a known format; use one of: "
                        + String.join(", ", FormatRegistry.READERS.names()));
    }
}
