package io.multichat.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.multichat.formats.SessionWriter;
import io.multichat.formats.jsonl.JsonLinesFormat;
import io.multichat.formats.jsonl.JsonLinesWriter;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class FormatRegistryTest {
    @Test
    void aFormatIsFoundByItsName() throws Exception {
        assertThat(FormatRegistry.READERS.named("jsonl")).isInstanceOf(JsonLinesFormat.class);
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
