package io.multichat.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
    @ParameterizedTest
    @CsvSource({
        "1700000001, 1700000001000",
        "1700000001.123, 1700000001123",
        "1722260917.357566, 1722260917357",
        "'\"1700000001.5\"', 1700000001500",
        "-0.5, -500",
    })
    void secondsBecomeMillisecondsWithoutRoundingErrors(String value, long millis) throws Exception {
        assertThat(JsonFields.seconds(JsonDocument.tree("{\"at\":" + value + "}"), "at"))
                .hasValue(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"at\":null}", "{\"at\":\"soon\"}", "{\"at\":1e300}", "{\"at\":[1]}", "[]", "3"})
    void whatIsNotANumberIsAbsent(String json) throws Exception {
        assertThat(JsonFields.number(JsonDocument.tree(json), "at")).isEmpty();
    }

    @Test
    void emptyTextsAreAbsent() throws Exception {
        assertThat(JsonFields.text(JsonDocument.tree("{\"a\":\"\",\"b\":null}"), "a"))
                .isEmpty();
        assertThat(JsonFields.text(JsonDocument.tree("{\"a\":7}"), "a")).hasValue("7");
    }

    @Test
    void theRestIsWhatHasAValueAndWasNotRead() throws Exception {
        String json =
                "{\"read\":1,\"kept\":false,\"none\":null,\"text\":\"\",\"list\":[],\"object\":{},\"deep\":{\"x\":0}}";

        assertThat(JsonFields.rest("name", JsonDocument.tree(json), Set.of("read"))
                        .orElseThrow())
                .hasToString("{\"name\":{\"kept\":false,\"deep\":{\"x\":0}}}");
        assertThat(JsonFields.rest("name", JsonDocument.tree("{\"read\":1}"), Set.of("read")))
                .isEmpty();
    }
}
