package io.multichat.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventJson;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {
    private static final long NOON = 1_772_366_400_000L;

    private final EventDecoder decoder = new EventDecoder();

    @Test
    void anEventWithoutATypeIsAMessage() {
        ChatEvent event = decoder.decode(EventJson.message().bytes());

        assertThat(event)
                .isEqualTo(new ChatEvent(
                        EventType.MESSAGE_CREATED,
                        Conversation.of("irc", "#multichat"),
                        Optional.of("m1"),
                        Optional.of(Sender.user("ada")),
                        NOON,
                        OptionalLong.empty(),
                        Optional.empty(),
                        Content.NONE));
    }

    @Test
    void everyFieldIsRead() {
        EventJson json = EventJson.of(EventType.REACTION_ADDED)
                .with("thread", "\"t/1\"")
                .with("sender", "{\"name\":\"Ada L.\",\"role\":\"bot\",\"id\":\"ada\"}")
                .with("order", "-7")
                .with("eventId", "\"e1\"")
                .with("text", "\"\"")
                .with("emoji", "\"👍🏽\"")
                .with("replyTo", "\"m0\"")
                .with("parts", "[{\"type\":\"of the future\",\"x\":[1]}]")
                .with("attributes", "{\"a\":{\"b\":null}}");

        ChatEvent event = decoder.decode(json.bytes());

        assertThat(event.type()).isEqualTo(EventType.REACTION_ADDED);
        assertThat(event.conversation().key()).isEqualTo("irc/%23multichat/t%2F1");
        assertThat(event.sender()).contains(new Sender("ada", Optional.of("Ada L."), Sender.Role.BOT));
        assertThat(event.order()).hasValue(-7);
        assertThat(event.eventId()).contains("e1");
        assertThat(event.content().text()).contains("");
        assertThat(event.content().emoji()).contains("👍🏽");
        assertThat(event.content().replyTo()).contains("m0");
        assertThat(event.content().parts().orElseThrow()).hasToString("[{\"type\":\"of the future\",\"x\":[1]}]");
        assertThat(event.content().attributes().orElseThrow()).hasToString("{\"a\":{\"b\":null}}");
    }

    @ParameterizedTest
    @EnumSource
    void anEventNeedsOnlyTheFieldsThatItsTypeRequires(EventType type) {
        ChatEvent event = decoder.decode(EventJson.of(type).bytes());

        assertThat(event.type()).isEqualTo(type);
        assertThat(event.at()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleIsKnownByItsWireName(Sender.Role role) {
        EventJson json = EventJson.message().with("sender", "{\"id\":\"x\",\"role\":\"" + role.wireName() + "\"}");

        assertThat(decoder.decode(json.bytes()).sender().orElseThrow().role()).isEqualTo(role);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "thread",
                "editedAt",
                "deletedAt",
                "order",
                "eventId",
                "text",
                "emoji",
                "replyTo",
                "parts",
                "attributes"
            })
    void aNullIsAnAbsentField(String optional) {
        ChatEvent event =
                decoder.decode(EventJson.message().with(optional, "null").bytes());

        assertThat(event).isEqualTo(decoder.decode(EventJson.message().bytes()));
    }

    @Test
    void aNullInsideTheSenderIsAnAbsentField() {
        EventJson json = EventJson.message().with("sender", "{\"id\":\"ada\",\"name\":null,\"role\":null}");

        assertThat(decoder.decode(json.bytes()).sender()).contains(Sender.user("ada"));
    }

    @Test
    void anEmptyThreadMeansTheChannelItself() {
        EventJson json = EventJson.message().with("thread", "\"\"");

        assertThat(decoder.decode(json.bytes()).conversation()).isEqualTo(Conversation.of("irc", "#multichat"));
    }

    @Test
    void unknownFieldsAreSkippedEvenWhenTheyAreGivenTwice() {
        String twice = EventJson.message()
                .with("sender", "{\"id\":\"ada\",\"mood\":1,\"mood\":{\"id\":2}}")
                .with("x", "{\"platform\":\"other\",\"platform\":1}, \"x\":[{}]")
                .toString();

        assertThat(decoder.decode(twice.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(decoder.decode(EventJson.message().bytes()));
    }

    @Test
    void aTimeThatTheTypeDoesNotUseMustStillBeATime() {
        EventJson json = EventJson.message().with("editedAt", "\"0001-01-01T00:00:00Z\"");

        assertThat(decoder.decode(json.bytes()).at()).isEqualTo(NOON);
    }
}
