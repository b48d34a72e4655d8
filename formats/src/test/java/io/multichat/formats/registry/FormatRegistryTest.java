package io.multichat.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.multichat.formats.jsonl.JsonLinesExport;
import io.multichat.formats.jsonl.JsonLinesFormat;
import org.junit.jupiter.api.Test;

class FormatRegistryTest {
    @Test
    void aFormatIsFoundByItsName() throws Exception {
        assertThat(FormatRegistry.READERS.named("jsonl")).isInstanceOf(JsonLinesFormat.class);
        assertThat(FormatRegistry.WRITERS.named("jsonl")).isInstanceOf(JsonLinesExport.class);
    }

    @Test
    void anUnknownNameIsRefusedWithTheListOfNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FormatRegistry.READERS.named("csv"))
                .withMessage("\"csv\" is not a known format; use one of: "
                        + String.join(", ", FormatRegistry.READERS.names()));
    }
}
