package io.multichat.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.AnyEvent;
import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Sender;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ErasedEventTest {
    private static final EventDecoder DECODER = new EventDecoder();
    private static final String CANARY = "canary";

    @Test
    void ofAMessageStayItsPlaceAndTheRoleOfItsSender() {
        ChatEvent event = DECODER.decode(utf8("""
                {"platform":"irc","channel":"#multichat","messageId":"m1","sender":{"id":"canary","name":"canary","role":"bot",
                "nick":"canary"},"sentAt":"2026-03-01T12:30:00+01:00","order":7,"text":"canary","replyTo":"canary","eventId":"canary",
                "parts":[{"type":"canary"}],"attributes":{"canary":1},"unknown":"canary"}"""));

        assertThat(new String(ErasedEvent.of(event), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"message.created\",\"platform\":\"irc\",\"channel\":\"#multichat\","
                        + "\"messageId\":\"m1\",\"sender\":{\"id\":\"erased\",\"role\":\"bot\"},"
                        + "\"sentAt\":\"2026-03-01T11:30:00.000Z\",\"attributes\":{\"erased\":true}}");
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theRemainderHasNoContentAndStaysAsItIs(@ForAll("events") ChatEvent event) {
        Assume.that(!event.type().isCommand());
        ChatEvent named = new ChatEvent(
                event.type(),
                event.conversation(),
                event.messageId(),
                event.sender().map(sender -> new Sender(CANARY, Optional.of(CANARY), sender.role())),
                event.at(),
                OptionalLong.of(99),
                Optional.of(CANARY),
                Content.ofText(CANARY));

        byte[] remainder = ErasedEvent.of(named);

        assertThat(new String(remainder, StandardCharsets.UTF_8)).doesNotContain(CANARY);
        assertThat(DECODER.decode(remainder).at()).isEqualTo(event.at());
        assertThat(ErasedEvent.of(DECODER.decode(remainder))).isEqualTo(remainder);
        assertThat(ErasedEvent.of(event)).isEqualTo(remainder);
    }

    @Test
    void onlyTheRemainderOfAMessageIsRecognized() {
        String message =
                "{\"platform\":\"irc\",\"channel\":\"x\",\"messageId\":\"m\",\"sentAt\":\"2026-03-01T11:30:00Z\",";
        byte[] said = utf8(message + "\"sender\":{\"id\":\"erased\"},\"text\":\"I am erased\"}");
        byte[] marked =
                utf8(message + "\"sender\":{\"id\":\"erased\"},\"text\":\"me too\",\"attributes\":{\"erased\":true}}");
        byte[] remainder = ErasedEvent.of(DECODER.decode(said));

        assertThat(ErasedEvent.isMessage(DECODER.decode(said), said)).isFalse();
        assertThat(ErasedEvent.isMessage(DECODER.decode(marked), marked)).isFalse();
        assertThat(ErasedEvent.isMessage(DECODER.decode(remainder), remainder)).isTrue();
    }

    @Provide
    Arbitrary<ChatEvent> events() {
        return AnyEvent.events();
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
