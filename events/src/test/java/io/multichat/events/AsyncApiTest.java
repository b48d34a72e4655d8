package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final byte[] KEY = {'k'};
    private static final byte[] VALUE = {'{', '}'};

    private final JsonNode document = load("asyncapi.yaml");

    @Test
    void everyReferenceResolves() {
        List<String> references =
                document.findValues("$ref").stream().map(JsonNode::textValue).toList();

        assertThat(references).contains("./chat-event.schema.json", "./session-snapshot.schema.json");
        assertThat(references).allSatisfy(reference -> {
            String[] parts = reference.split("#", 2);
            JsonNode target = parts[0].isEmpty() ? document : load(parts[0]);
            assertThat(target.at(parts.length == 1 ? "" : parts[1]).isMissingNode())
                    .isFalse();
        });
    }

    @Test
    void theTopicsMatchTheCode() {
        assertThat(elements(document.get("channels"))
                        .map(channel -> channel.get("address").textValue()))
                .containsExactlyInAnyOrder(Topics.MESSAGES, Topics.TRANSCRIPT, Topics.SESSIONS, Topics.DEAD_LETTERS);
        assertThat(elements(document.get("operations"))
                        .map(operation -> operation.at("/channel/$ref").textValue()))
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void theHeadersOfTheTranscriptMatchThePlacement() {
        Headers headers = new RecordHeaders();
        new Placement(Optional.of(new SessionId(0, 0)), 0, 0, EventType.SESSION_ENDED, OptionalLong.of(0))
                .writeTo(headers, KEY, VALUE);

        assertHeaders("placement", headers);
    }

    @Test
    void theHeadersOfDeadLettersMatchTheCode() {
        Headers headers = new RecordHeaders();
        DeadLetter.Source source = new DeadLetter.Source(Topics.MESSAGES, 0, 0);
        new DeadLetter(RejectReason.TOO_LARGE, "", source, 0, Optional.of("00")).writeTo(headers);

        assertHeaders("refusal", headers);
    }

    @Test
    void thePatternOfThePlacementMatchesTheCode() {
        String pattern = document.at("/components/schemas/placement/properties/mc/pattern")
                .textValue();
        Headers headers = new RecordHeaders();
        for (EventType type : EventType.values()) {
            new Placement(Optional.empty(), ChatEvent.MAX_TIME, Long.MIN_VALUE, type).writeTo(headers, KEY, VALUE);
            new Placement(Optional.of(new SessionId(-1, -1)), 0, 0, type, OptionalLong.of(0))
                    .writeTo(headers, KEY, VALUE);
        }

        assertThat(headers)
                .allSatisfy(each -> assertThat(new String(each.value(), StandardCharsets.US_ASCII))
                        .matches(pattern));
    }

    @Test
    void reasonsMatchTheCode() {
        JsonNode schemas = document.at("/components/schemas");

        assertThat(texts(schemas.at("/refusal/properties/mc-reason/enum")))
                .isEqualTo(Arrays.stream(RejectReason.values())
                        .map(RejectReason::code)
                        .toList());
    }

    private void assertHeaders(String schema, Headers headers) {
        JsonNode described = document.at("/components/schemas/" + schema + "/properties");

        assertThat(described.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(headers.toArray())
                        .map(header -> header.key())
                        .toList());
    }

    private static List<String> texts(JsonNode list) {
        return elements(list).map(JsonNode::textValue).toList();
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static JsonNode load(String resource) {
        try (InputStream bytes = AsyncApiTest.class.getResourceAsStream(resource.replace("./", ""))) {
            return YAML.readTree(bytes);
        } catch (IOException e) {
            throw new AssertionError(resource + " cannot be read", e);
        }
    }
}
