package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.hash.ConversationHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "slack;   general;  ;    slack/general",
                "irc;     #ubuntu;  ;    irc/%23ubuntu",
                "discord; 123;      456; discord/123/456",
                "a/b;     c d;      %;   a%2Fb/c%20d/%25",
                "x;       é😀;      -._~;  x/%C3%A9%F0%9F%98%80/-._~",
                "x;       ..;       .;   x/../."
            })
    void aKeyKeepsUnreservedCharactersOnly(String platform, String channel, String thread, String key) {
        Conversation conversation = Conversation.of(platform, channel, thread);

        assertThat(conversation.key()).isEqualTo(key);
    }

    @Property
    void aKeyParsesToItsConversation(@ForAll("conversations") Conversation conversation) {
        Conversation parsed = Conversation.ofKey(conversation.key());

        assertThat(parsed.platform()).isEqualTo(conversation.platform());
        assertThat(parsed.channel()).isEqualTo(conversation.channel());
        assertThat(parsed.thread()).isEqualTo(conversation.thread());
        assertThat(parsed).isEqualTo(conversation).hasSameHashCodeAs(conversation);
    }

    @Property
    void aKeyIsEncodedAsRfc3986Requires(@ForAll("conversations") Conversation conversation) {
        assertThat(conversation.key())
                .matches("(([A-Za-z0-9._~-]|%[0-9A-F]{2})+/?){2,3}")
                .hasSizeLessThan(513);
    }

    @Property
    void distinctConversationsHaveDistinctKeys(
            @ForAll("conversations") Conversation one, @ForAll("conversations") Conversation other) {
        assertThat(one.equals(other)).isEqualTo(parts(one).equals(parts(other)));
        assertThat(one.key().equals(other.key())).isEqualTo(parts(one).equals(parts(other)));
    }

    @Property
    void theBytesAndTheHashAreThoseOfTheKey(@ForAll("conversations") Conversation conversation) {
        assertThat(conversation.keyBytes()).isEqualTo(conversation.key().getBytes(StandardCharsets.US_ASCII));
        assertThat(conversation.hash()).isEqualTo(ConversationHash.of(conversation.key()));
    }

    private static List<Object> parts(Conversation conversation) {
        return List.of(conversation.platform(), conversation.channel(), conversation.thread());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "a",
                "a/",
                "/a",
                "a/b/",
                "a//c",
                "a/b/c/d",
                "a/b c",
                "a/b%2f",
                "a/%41",
                "a/%",
                "a/%2",
                "a/%zz",
                "a/é",
                "a/b\n",
                "a/%ED%A0%80",
                "a/%C3",
                "a/%C0%80",
                "a/%EF%BC%9",
                "a/%２０",
                "a/+"
            })
    void whatNoConversationHasAsItsKeyIsRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> Conversation.ofKey(text))
                .isInstanceOf(InvalidEventException.class)
                .message()
                .doesNotContain("\n", "é", "２");
    }

    @Test
    void aKeyHasAtMost512Bytes() {
        String longest = "x".repeat(Conversation.MAX_KEY_BYTES - 2);

        assertThat(Conversation.of("p", longest).key()).hasSize(512);
        assertThatThrownBy(() -> Conversation.of("p", longest + "x"))
                .hasMessage("the conversation key has 513 bytes; at most 512 are allowed");
        assertThatThrownBy(() -> Conversation.of("p", "é".repeat(86)))
                .hasMessage("the conversation key has 518 bytes; at most 512 are allowed");
    }

    @Provide
    Arbitrary<Conversation> conversations() {
        return AnyText.conversations();
    }
}
