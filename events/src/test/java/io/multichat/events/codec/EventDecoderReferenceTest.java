package io.multichat.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.multichat.events.AnyEvent;
import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Damage;
import io.multichat.events.EventJson;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares the hand-written decoder with a strict Jackson parser as the reference. */
class EventDecoderReferenceTest {
    private static final JsonMapper REFERENCE = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final EventDecoder decoder = new EventDecoder();
    private final EventEncoder encoder = new EventEncoder();

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void damagedEventsAreReadAsJacksonReadsThem(@ForAll("events") ChatEvent event, @ForAll Random random) {
        byte[] value = encoder.encode(event);

        for (int i = 0; i < 30; i++) {
            assertReadAlike(Damage.to(value, random));
        }
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void piecesOfJsonInAFieldAreReadAsJacksonReadsThem(@ForAll("fields") String field, @ForAll Random random) {
        byte[] piece = Damage.to(Damage.to(new byte[0], random), random);

        assertReadAlike(EventJson.message()
                .with(field, new String(piece, StandardCharsets.ISO_8859_1))
                .bytes());
    }

    @Provide
    Arbitrary<ChatEvent> events() {
        return AnyEvent.events();
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of("unknown", "attributes", "parts", "text", "order", "sender");
    }

    private void assertReadAlike(byte[] value) {
        Optional<JsonNode> reference = reference(value);
        try {
            assertSame(decoder.decode(value), reference.orElseThrow());
        } catch (InvalidEventException refused) {
            boolean refusedAsJson = refused.reason() == RejectReason.NOT_JSON;
            assertThat(refusedAsJson && reference.isPresent())
                    .as("%s, though Jackson reads %s", refused.getMessage(), new String(value, StandardCharsets.UTF_8))
                    .isFalse();
        }
    }

    private static void assertSame(ChatEvent event, JsonNode json) {
        assertThat(event.conversation().platform())
                .isEqualTo(json.get("platform").textValue());
        assertThat(event.conversation().channel()).isEqualTo(json.get("channel").textValue());
        assertThat(event.messageId().orElse(null))
                .isEqualTo(json.path("messageId").textValue());
        Content content = event.content();
        assertThat(content.text().orElse(null)).isEqualTo(json.path("text").textValue());
        assertThat(content.textBytes()).isEqualTo(json.path("text").asText("").getBytes(StandardCharsets.UTF_8).length);
        assertThat(content.emoji().orElse(null)).isEqualTo(json.path("emoji").textValue());
        assertThat(content.replyTo().orElse(null))
                .isEqualTo(json.path("replyTo").textValue());
        assertThat(content.parts().map(JsonNode.class::cast)).isEqualTo(tree(json, "parts"));
        assertThat(content.attributes().map(JsonNode.class::cast)).isEqualTo(tree(json, "attributes"));
    }

    private static Optional<JsonNode> tree(JsonNode json, String field) {
        return Optional.of(json.path(field)).filter(node -> !node.isNull() && !(node instanceof MissingNode));
    }

    /**
     * Empty if the bytes are not JSON in UTF-8. Parses bytes, because when parsing characters Jackson accepts escape digits
     * that only resemble ASCII.
     */
    private static Optional<JsonNode> reference(byte[] value) {
        String text = new String(value, StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF") || !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value)) {
            return Optional.empty();
        }
        try {
            return Optional.of(REFERENCE.readTree(value)).filter(node -> !node.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
