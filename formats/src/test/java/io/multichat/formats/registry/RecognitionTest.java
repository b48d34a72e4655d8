package io.multichat.formats.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.ChatFormat;
import io.multichat.formats.FileHead;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which format a file is recognized as. No file may be claimed by two. */
class RecognitionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mattermost|{\"type\":\"version\",\"version\":1,\"info\":{}}",
                "mattermost|{ \"type\": \"version\", \"version\": 1}",
                "mattermost|{\"type\":\"post\",\"post\":{\"channel\":\"a\",\"user\":\"b\",\"create_at\":1}}",
                "mattermost|{\"type\":\"direct_post\",\"direct_post\":{\"channel_members\":[\"a\"],\"create_at\":1}}",
                "messenger|{\"participants\":[],\"messages\":[{\"sender_name\":\"a\",\"timestamp_ms\":1}]}",
                "messenger|{\"participants\":[\"a\"],\"threadName\":\"a_1\",\"messages\":[{\"senderName\":\"a\",\"timestamp\":1,\"text\":\"a\"}]}",
                "instagram|{\"messages\":[{\"sender_name\":\"a\",\"timestamp_ms\":1}],\"link\":\"https://ig.me/j/a/\"}",
                "chatgpt|[{\"title\":\"a\",\"create_time\":1,\"mapping\":{}}]",
                "chatgpt|{\"title\":\"a\",\"create_time\":1,\"mapping\":{}}",
                "claude|[{\"uuid\":\"a\",\"chat_messages\":[]}]",
                "claude|{\"uuid\":\"a\",\"chat_messages\":[]}",
                "openai|{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}",
                "openai|[{\"role\":\"user\",\"content\":\"a\"}]",
                "openai|{\"role\":\"user\",\"content\":\"a\"}",
                "openai|[{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}]",
                "openai|{\"input\":[{\"role\":\"user\",\"content\":[]}]}",
                "openai|{\"custom_id\":\"1\",\"body\":{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}}",
                "sharegpt|{\"conversations\":[{\"role\":\"user\",\"content\":\"a\"}]}",
                "sharegpt|[{\"id\":\"a\",\"conversations\":[{\"from\":\"human\",\"value\":\"a\"}]}]",
                "sharegpt|{\"id\":\"a\",\"items\":[{\"from\":\"human\",\"value\":\"a\"}]}",
                "twitch|{\"streamer\":{\"name\":\"a\"},\"video\":{},\"comments\":[]}",
                "twitch|{\"commenter\":null,\"message\":{\"body\":\"a\"},\"content_offset_seconds\":1}",
                "langchain|[{\"type\":\"human\",\"content\":\"a\"}]",
                "langchain|[{\"type\":\"ai\",\"data\":{\"content\":\"a\"}}]",
                "llamaindex|{\"store\":{\"x.y\":[{\"role\":\"user\",\"content\":\"a\"}]}}",
                "gitter|[{\"id\":\"1\",\"text\":\"a\",\"sent\":\"x\",\"fromUser\":{\"id\":\"2\"}}]",
                "rocketchat|{\"messages\":[{\"_id\":\"1\",\"rid\":\"2\",\"ts\":\"x\",\"u\":{\"_id\":\"3\"}}]}",
                "rocketchat|{\"_id\":\"1\",\"rid\":\"2\",\"ts\":{\"$date\":1},\"u\":{\"_id\":\"3\"}}",
                "msteams|[{\"Body\":{\"Content\":\"a\"},\"CreatedDateTime\":\"x\",\"MessageType\":\"message\"}]",
                "signal|[2026-01-31, 12:00] Ada: hi",
                "line|[LINE] Chat history with Ada",
                "kakaotalk|KakaoTalk Chats with Ada",
                "kakaotalk|Ada 님과 카카오톡 대화",
                "kakaotalk|Date,User,Message",
                "matrix|{\"room_name\":\"a\",\"messages\":[{\"type\":\"m.room.message\",\"sender\":\"@a:b\",\"event_id\":\"$1\",\"origin_server_ts\":1}]}",
                "matrix|[{\"type\":\"m.room.message\",\"sender\":\"@a:b\",\"event_id\":\"$1\",\"origin_server_ts\":1}]",
                "zulip|{\"zerver_message\":[{\"id\":1}],\"zerver_usermessage\":[]}",
            })
    void aFileIsRecognizedByItsBeginning(String format, String text) {
        assertThat(FormatRegistry.recognizing(head(text)))
                .extracting(ChatFormat::name)
                .containsExactly(format);
    }

    @Test
    void theColumnsOfLineAreNotThoseOfWeeChat() {
        assertThat(FormatRegistry.recognizing(head("2026/1/31(Sat)\n9:05\tAda\thi\n19:05\tBob\tho\n19:06\tBob\tho\n")))
                .extracting(ChatFormat::name)
                .containsExactly("line");
        assertThat(FormatRegistry.recognizing(head("2026-01-31 19:05:07\tada\thi\n")))
                .extracting(ChatFormat::name)
                .containsExactly("irc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{}",
                "[]",
                "[1,2]",
                "{\"messages\":[]}",
                "{\"kind\":\"manifest\",\"version\":1}",
                "{\"type\":\"image\",\"data\":{\"content\":\"x\"}}",
                "[{\"type\":\"paragraph\",\"content\":\"a\"}]",
                "[{\"id\":1,\"title\":\"a\"}]",
                "<html><body>hello</body></html>"
            })
    void otherFilesAreNotRecognized(String text) {
        assertThat(FormatRegistry.recognizing(head(text))).isEmpty();
    }

    private static FileHead head(String text) {
        return FileHead.of("file", text.getBytes(StandardCharsets.UTF_8));
    }
}
