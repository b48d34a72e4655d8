package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.codec.EventDecoder;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventIdentityTest {
    @Test
    void aMessageIsIdentifiedByItsConversationAndId() {
        String message = identity(EventJson.message());

        assertThat(identity(EventJson.message()
                        .with("text", "\"other\"")
                        .with("eventId", "\"e\"")
                        .with("sentAt", "\"2000-01-01T00:00:00Z\"")))
                .isEqualTo(message);
        assertThat(HexFormat.of().formatHex(EventIdentity.ofMessage("irc/%23multichat", "m1")))
                .isEqualTo(message)
                .hasSize(2 * EventIdentity.BYTES)
                .isEqualTo("9a6389e39f2c6ce044055501d010763e");
    }

    @Test
    void messagesWithDifferentIdsOrConversationsAreDistinct() {
        assertThat(Stream.of(
                                EventJson.message(),
                                EventJson.message().with("messageId", "\"m2\""),
                                EventJson.message().with("messageId", "\"M1\""),
                                EventJson.message().with("messageId", "\"é\""),
                                EventJson.message().with("messageId", "\"e\u0301\""),
                                EventJson.message().with("platform", "\"xmpp\""),
                                EventJson.message().with("thread", "\"m1\""),
                                EventJson.message().with("channel", "\"#multichat/m1\""))
                        .map(EventIdentityTest::identity))
                .doesNotHaveDuplicates();
    }

    /** A deletion names a session of its own conversation, so it has no twin in another one. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MESSAGE_CREATED", "SESSION_DELETED"})
    void anyOtherEventIsIdentifiedByItsConversationAndEventId(EventType type) {
        String named = identity(EventJson.of(type).with("eventId", "\"e1\""));

        assertThat(identity(EventJson.of(type).with("eventId", "\"e1\"").with("text", "\"other\"")))
                .isEqualTo(named);
        assertThat(List.of(
                        identity(EventJson.of(type).with("eventId", "\"e2\"")),
                        identity(EventJson.of(type).with("eventId", "\"e1\"").with("channel", "\"other\"")),
                        identity(EventJson.message().with("messageId", "\"e1\""))))
                .doesNotContain(named)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MESSAGE_CREATED")
    void anEventWithoutAnIdIsIdentifiedByItsBytes(EventType type) {
        String unnamed = identity(EventJson.of(type));

        assertThat(identity(EventJson.of(type))).isEqualTo(unnamed);
        assertThat(identity(EventJson.of(type).with("unknown", "1"))).isNotEqualTo(unnamed);
    }

    private static String identity(EventJson json) {
        byte[] value = json.bytes();
        return HexFormat.of().formatHex(EventIdentity.of(new EventDecoder().decode(value), value));
    }
}
