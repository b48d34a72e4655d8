package io.multichat.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {
    private final List<String> found = new ArrayList<>();

    @Test
    void valuesAtChosenPathsAreHandedOutInTheOrderOfTheFile() throws IOException {
        read(
                "{\"name\":\"a\",\"skip\":{\"messages\":[1]},\"messages\":[{\"id\":1},\n{\"id\":2}],\"end\":null}",
                "messages[]",
                "name",
                "end");

        assertThat(found).containsExactly("1:\"a\"", "1:{\"id\":1}", "2:{\"id\":2}", "1:null");
    }

    @Test
    void nestedArraysAndSeveralRootsAreRead() throws IOException {
        read("[{\"list\":[{\"m\":[1,2]},{\"m\":[3]}]}] [{\"list\":[]}]", "[].list[].m[]");

        assertThat(found).containsExactly("1:1", "2:2", "3:3");
    }

    @Test
    void aLargeValueIsLeftOutAndTheNextIsRead() throws IOException {
        String large = "[" + "\"0123456789\",".repeat(2 << 20) + "1]";

        read("{\"m\":[" + large + ",{\"a\":[]}]}", "m[]");

        assertThat(found).containsExactly("1:too large", "2:{\"a\":[]}");
    }

    /** Each of them takes two bytes of the file and a hundred of the heap. */
    @Test
    void aValueOfVeryManyValuesIsLeftOutAndTheNextIsRead() throws IOException {
        String many = "{},".repeat(1_000_000);

        read("{\"m\":[[" + many + "1],2]}", "m[]");

        assertThat(found).containsExactly("1:too large", "2:2");
        assertThatThrownBy(() -> JsonDocument.tree("[" + many + "1]"))
                .isInstanceOf(DamagedJsonException.class)
                .hasMessageContaining("a value that is too large");
    }

    @Test
    void aStringOfAnyLengthIsLeftOutAndTheNextIsRead() throws IOException {
        String ends = "\\u0041\\\"\u00e4";

        read("{\"m\":[{\"a\":\"" + ends.repeat(6 << 20) + "\"},\"" + "x".repeat(60 << 20) + "\",\"\\\"\",7]}", "m[]");

        assertThat(found).containsExactly("1:too large", "2:too large", "3:\"\\\"\"", "4:7");
    }

    @Test
    void aTruncatedFileIsReportedWithItsPlaceAfterWhatPrecedes() {
        assertThatThrownBy(() -> read("{\"m\":[1,\n2,", "m[]"))
                .isInstanceOf(DamagedJsonException.class)
                .hasMessageStartingWith("not valid JSON at line 2, column ")
                .hasMessageNotContaining("\n");
        assertThat(found).containsExactly("1:1", "2:2");
    }

    @Test
    void theBeginningOfAFileShowsItsPaths() {
        byte[] head =
                "{\"a\":{\"b\":[{\"c\":1}]},\"d\":[\"x\",[{\"e\":2}]],\"f\":\"cut".getBytes(StandardCharsets.UTF_8);

        assertThat(JsonPaths.of(head))
                .containsExactlyInAnyOrder("a", "a.b", "a.b[]", "a.b[].c", "d", "d[]", "d[][]", "d[][].e", "f");
        assertThat(JsonPaths.of("[{\"a\":1},{\"b\":2}]".getBytes(StandardCharsets.UTF_8)))
                .containsExactlyInAnyOrder("[]", "[].a", "[].b");
        assertThat(JsonPaths.of("12:30 <ada> hi".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private void read(String json, String... paths) throws IOException {
        JsonDocument document = new JsonDocument();
        for (String path : paths) {
            document.on(
                    path,
                    element -> found.add(element.number() + ":"
                            + element.value().map(Object::toString).orElse("too large")));
        }
        document.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
