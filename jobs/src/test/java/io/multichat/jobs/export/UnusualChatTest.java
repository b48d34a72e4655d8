package io.multichat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.jobs.testing.ArchivedChat;
import io.multichat.jobs.testing.Chat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chats that other programs would not have written, exported in their formats and imported again. */
class UnusualChatTest {
    private static final Conversation CHANNEL = Conversation.of("irc", "team/c");
    private static final long T = 1_700_000_000_000L;

    @TempDir
    Path folder;

    private DeliveryBench bench;

    @BeforeEach
    void open() {
        bench = new DeliveryBench(folder);
    }

    @Test
    void repliesToADeletedRootAreKept() throws IOException {
        Conversation thread = Conversation.of("irc", "team/c", "root");
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            SomeChat.session(chat, CHANNEL, "root", T);
            chat.accepted(Chat.revision(EventType.MESSAGE_DELETED, CHANNEL, "root", T + 5), T, 0);
            SomeChat.session(chat, thread, "reply", T + 1);
        }

        assertThat(imported("mattermost"))
                .singleElement()
                .satisfies(event -> assertThat(event.content().text()).contains("text of reply"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slack|{'slack':{'bot_id':'B1','user':'eve','thread_ts':'1.2','channel':'x','reactions':'x','attachments':'x',"
                        + "'ts':'1.0','edited':{'user':'eve','ts':'2.0'},'subtype':'channel_join','comment':{'user':'ada'}}}",
                "slack|{'slack':{'reactions':[{'name':'x','users':['eve']}],'slackdump_thread_replies':[{'ts':'1.0','user':'eve'}],"
                        + "'subtype':'tombstone','bot_id':'ada'}}",
                "slack|{'slack':'x'}",
                "mattermost|{'mattermost':{'replies':[{'user':'eve','message':'x','create_at':1}],'reactions':'x','attachments':'x',"
                        + "'edit_at':1800000000000,'team':'x','channel_members':'x','type':'system_join_channel'}}",
                "mattermost|{'mattermost':[1]}",
                "discord|{'discord':{'type':'GuildMemberJoin','id':'1','author':{'id':'eve'},'timestampEdited':'x'}}"
            })
    void attributesForgeNothing(String format, String attributes) throws IOException {
        ObjectNode forged = (ObjectNode) new JsonMapper().readTree(attributes.replace('\'', '"'));
        Content content = Content.of(
                Optional.of("hi"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(forged));
        archive(event(EventType.MESSAGE_CREATED, "m1", content));

        assertThat(imported(format)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.MESSAGE_CREATED);
            assertThat(event.sender().map(Sender::id)).contains("ada");
            assertThat(event.sender().map(Sender::role)).contains(Sender.Role.USER);
            assertThat(event.content().text()).contains("hi");
            assertThat(event.conversation().thread()).isEmpty();
            assertThat(event.at()).isEqualTo(T);
        });
    }

    @Test
    void repliesInSlackNameTheTimestampOfTheirRoot() throws IOException {
        String timestamp = "1700000000.000000";
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            for (String id : List.of("a", timestamp, "root", "z")) {
                chat.message(CHANNEL, id, T, 0);
            }
            chat.announced(Chat.session(Chat.message(CHANNEL, "a", T), Chat.closed(T + 1), Chat.span(T, T), 4, 1));
            SomeChat.session(chat, Conversation.of("irc", "team/c", "root"), "reply", T + 86_400_000L);
        }

        List<ChatEvent> events = imported("slack");

        assertThat(events.stream().map(event -> event.messageId().orElseThrow()).distinct())
                .hasSize(5);
        assertThat(find(events, "reply").conversation().thread())
                .isEqualTo(find(events, "root").messageId());
    }

    @Test
    void joinsAndLeavesWithoutIdsStayApart() throws IOException {
        Content none = Content.ofText("");
        archive(
                event(EventType.MESSAGE_CREATED, "m1", Content.ofText("hi")),
                event(EventType.PARTICIPANT_JOINED, "", none),
                event(EventType.PARTICIPANT_LEFT, "", none));

        for (String format : List.of("discord", "slack")) {
            List<ChatEvent> events = imported(format);
            assertThat(events.stream().map(ChatEvent::type))
                    .as(format)
                    .containsExactlyInAnyOrder(
                            EventType.MESSAGE_CREATED, EventType.PARTICIPANT_JOINED, EventType.PARTICIPANT_LEFT);
            assertThat(events.stream()
                            .map(event -> event.eventId().or(event::messageId))
                            .distinct())
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "mattermost", "discord", "html"})
    void aMessageWhoseIdIsTooLongForAThreadHasNone(String format) throws IOException {
        archive(event(EventType.MESSAGE_CREATED, "ä".repeat(250), Content.ofText("hi")));

        bench.deliver(format, DeliveryBench.PLAIN, format);

        assertThat(bench.files(format)).containsKey("manifest.json");
    }

    private static ChatEvent find(List<ChatEvent> events, String id) {
        return events.stream()
                .filter(event -> event.content().text().orElse("").equals("text of " + id))
                .findFirst()
                .orElseThrow();
    }

    private static ChatEvent event(EventType type, String id, Content content) {
        return new ChatEvent(
                type,
                CHANNEL,
                Optional.of(id).filter(own -> !own.isEmpty()),
                Optional.of(Sender.user("ada")),
                T,
                OptionalLong.empty(),
                Optional.empty(),
                content);
    }

    /** Archives events of one session, which begins with a message. */
    private void archive(ChatEvent... events) {
        try (ArchivedChat chat = new ArchivedChat(bench.archive())) {
            for (ChatEvent event : events) {
                chat.accepted(event, T, 0);
            }
            chat.announced(Chat.session(events[0], Chat.closed(T + 1), Chat.span(T, T), 1, 1));
        }
    }

    private List<ChatEvent> imported(String format) throws IOException {
        bench.deliver(format, DeliveryBench.PLAIN, format, "csv");
        RoundTrip imported = RoundTrip.imported(format, bench.path(format).resolve(format));
        assertThat(imported.refused()).isEmpty();
        return imported.events();
    }
}
