package io.multichat.formats.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MattermostFormatTest {
    private static final String VERSION = "{\"type\":\"version\",\"version\":1}\n";

    private final MattermostFormat format = new MattermostFormat();

    @Test
    void postsAreMessagesAndTheirRepliesAreAThreadEvenIfTheyAreOlder() {
        Reading reading = read(VERSION
                + post("\"message\":\"tea?\",\"create_at\":1700000010000,\"reactions\":null,\"replies\":"
                        + "[{\"user\":\"bob\",\"message\":\"yes\",\"create_at\":1700000005000}]"));

        assertThat(reading.lines())
                .containsExactly("2023-11-14T22:13:30.000Z ada: tea?", "2023-11-14T22:13:25.000Z bob: yes");
        ChatEvent root = reading.events().get(0);
        ChatEvent reply = reading.events().get(1);
        assertThat(root.conversation().key()).isEqualTo("mattermost/kitchen%2Ftown");
        assertThat(reply.conversation().thread()).isEqualTo(root.messageId());
        assertThat(reply.content().replyTo()).isEqualTo(root.messageId());
        assertThat(reading.refusals()).isEmpty();
    }

    @Test
    void reactionsAndEditsFollowTheirMessage() {
        Reading reading = read(post("\"type\":\"\",\"message\":\"tea\",\"create_at\":1700000000000,"
                + "\"edit_at\":1700000060000,\"is_pinned\":true,\"reactions\":"
                + "[{\"user\":\"bob\",\"create_at\":1700000020000,\"emoji_name\":\"tea\"}]"));

        assertThat(reading.lines())
                .containsExactly(
                        "2023-11-14T22:13:20.000Z ada: tea",
                        "message.edited 2023-11-14T22:14:20.000Z ada: tea",
                        "reaction.added 2023-11-14T22:13:40.000Z bob: ");
        List<ChatEvent> events = reading.events();
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(event.messageId()).isEqualTo(events.get(0).messageId()));
        assertThat(events.get(2).content().emoji()).hasValue("tea");
        assertThat(events.get(0).content().attributes().orElseThrow())
                .hasToString("{\"mattermost\":{\"is_pinned\":true}}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ada joined the channel., PARTICIPANT_JOINED, ada",
        "'', ada left the team., PARTICIPANT_LEFT, ada",
        "'', bob added to the channel by ada., PARTICIPANT_JOINED, bob",
        "'', bob was removed from the channel by ada., PARTICIPANT_LEFT, bob",
        "'', bob joined the channel., MESSAGE_CREATED, ada",
        "system_join_channel, hello, PARTICIPANT_JOINED, ada",
        "system_header_change, ada changed the header, MESSAGE_CREATED, ada",
    })
    void systemPostsAreJoinsLeavesOrNotices(String type, String text, EventType expected, String who) {
        ChatEvent event = read(post("\"type\":\"" + type + "\",\"message\":\"" + text + "\",\"create_at\":1"))
                .events()
                .get(0);

        assertThat(event.type()).isEqualTo(expected);
        assertThat(event.sender().orElseThrow().id()).isEqualTo(who);
    }

    @Test
    void aJoinWithRepliesIsANotice() {
        Reading reading = read(post("\"message\":\"ada joined the channel.\",\"create_at\":1700000000000,"
                + "\"replies\":[{\"user\":\"bob\",\"message\":\"hi\",\"create_at\":1700000000000}]"));

        assertThat(reading.lines())
                .containsExactly(
                        "2023-11-14T22:13:20.000Z ada (system): ada joined the channel.",
                        "2023-11-14T22:13:20.000Z bob: hi");
    }

    @Test
    void directPostsAreInAConversationOfTheirMembers() {
        Reading reading = read("{\"type\":\"direct_post\",\"direct_post\":{\"channel_members\":[\"bob\",\"ada\"],"
                + "\"user\":\"bob\",\"message\":\"psst\",\"create_at\":1700000000000,"
                + "\"attachments\":[{\"path\":\"data/cup.png\"}]}}\n");

        assertThat(reading.events().get(0).conversation().channel()).isEqualTo("ada,bob");
        assertThat(reading.events().get(0).content().parts().orElseThrow())
                .hasToString("[{\"type\":\"attachment\",\"path\":\"data/cup.png\"}]");
    }

    @Test
    void faultyLinesAreRefusedAndTheOthersAreRead() {
        Reading reading = read(VERSION + "{\"type\":\"post\",\n" + "{\"type\":\"emoji\",\"emoji\":{}}\n"
                + post("\"message\":\"no time\"") + post("\"message\":\"hi\",\"create_at\":-5")
                + post("\"message\":\"hi\",\"create_at\":1700000000000"));

        assertThat(reading.lines()).hasSize(1);
        assertThat(reading.refusals())
                .hasSize(3)
                .anyMatch(refusal -> refusal.startsWith("line 2: not valid JSON"))
                .contains("line 4: no create_at");
    }

    @Test
    void anObjectOnSeveralLinesIsReadToo() {
        assertThat(read(post("\n\"message\":\"hi\",\n\"create_at\":1700000000000"))
                        .lines())
                .hasSize(1);
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/export.jsonl", text));
    }

    private static String post(String fields) {
        return "{\"type\":\"post\",\"post\":{\"team\":\"kitchen\",\"channel\":\"town\",\"user\":\"ada\"," + fields
                + "}}\n";
    }
}
