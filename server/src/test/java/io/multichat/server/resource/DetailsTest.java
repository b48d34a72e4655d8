package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.reading.SessionReader;
import io.multichat.server.testing.BrokenStore;
import io.multichat.server.testing.EmptyStore;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredChat;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reactions and revisions of messages, and the tiers that cannot tell them. */
class DetailsTest {
    private static final String MESSAGES = "/v1/sessions/" + StoredChat.ID + "/messages";
    private static final String OF_CONVERSATION = "/v1/conversations/messages?conversation=slack/general";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aMessageThatWasEditedAndReactedTo() {
        file = folder.resolve("chat.db");
        try (StoredChat chat = new StoredChat(file)) {
            chat.message("m0", StoredChat.START, "helo");
            chat.message("m1", StoredChat.START + 1_000, "hi");
            chat.event(about("message.edited", "\"editedAt\":\"2026-01-31T09:30:00Z\",\"text\":\"hello\""));
            chat.event(about("reaction.added", reaction("bob", "2026-01-31T09:05:00Z", "\ud83d\udc4d")));
            chat.event(about("reaction.added", reaction("eve", "2026-01-31T09:06:00Z", "\ud83d\udc4d")));
            chat.event(about("reaction.removed", reaction("eve", "2026-01-31T09:07:00Z", "\ud83d\udc4d")));
            chat.session(2);
        }
    }

    @Test
    void reactionsComeWithTheirMessageInSessionsAndConversationsAndAroundAMessage() throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            for (String path :
                    List.of(MESSAGES, OF_CONVERSATION, MESSAGES + "?around=m0", OF_CONVERSATION + "&around=m1")) {
                JsonNode answer = RunningServer.json(server.get(path));

                assertThat(answer.at("/messages/0/reactions").toString())
                        .isEqualTo(
                                "[{\"emoji\":\"\ud83d\udc4d\",\"count\":1,\"senders\":[{\"id\":\"bob\",\"name\":\"Bob\"}]}]");
                assertThat(answer.at("/messages/1").has("reactions")).isFalse();
                assertThat(answer.at("/messages/0").has("revisions")).isFalse();
                assertThat(answer.has("skipped")).isFalse();
            }
        }
    }

    @Test
    void revisionsComeOnRequestOldestFirst() throws Exception {
        try (RunningServer server = RunningServer.on(file)) {
            for (String path : List.of(MESSAGES + "?revisions=true", OF_CONVERSATION + "&revisions=true&around=m0")) {
                JsonNode messages = RunningServer.json(server.get(path)).path("messages");

                assertThat(messages.at("/0/event/text").asText()).isEqualTo("hello");
                assertThat(messages.at("/0/revisions").findValuesAsText("text")).containsExactly("helo", "hello");
                assertThat(messages.at("/1/revisions")).hasSize(1);
            }
            assertThat(server.get(MESSAGES + "?revisions=yes").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void tiersThatCannotTellAreNamedAndTheMessagesAreAnsweredAllTheSame() throws Exception {
        SessionReader withoutDetails = new EmptyStore("redis", new ArrayList<>());
        try (RunningServer server = server(new BrokenStore(), withoutDetails, new SqliteSessionReader(file))) {
            JsonNode plain = RunningServer.json(server.get(MESSAGES));
            JsonNode revised = RunningServer.json(server.get(MESSAGES + "?revisions=true"));

            assertThat(plain.path("messages")).hasSize(2);
            assertThat(plain.path("skipped")).hasToString("[\"redis\"]");
            assertThat(plain.at("/skippedReasons/redis").asText())
                    .contains("connection refused")
                    .doesNotContain("keeps no revisions");
            assertThat(revised.at("/skippedReasons/redis").asText()).contains("keeps no revisions");
        }
    }

    private static RunningServer server(SessionReader... stores) {
        return new RunningServer(RunningServer.OPEN, id -> Optional.empty(), List.of(stores));
    }

    private static String about(String type, String fields) {
        return "{\"type\":\"" + type + "\",\"platform\":\"slack\",\"channel\":\"general\",\"messageId\":\"m0\","
                + fields + "}";
    }

    private static String reaction(String sender, String at, String emoji) {
        String name = sender.substring(0, 1).toUpperCase(Locale.ROOT) + sender.substring(1);
        return "\"sender\":{\"id\":\"" + sender + "\",\"name\":\"" + name + "\"},\"sentAt\":\"" + at + "\",\"emoji\":\""
                + emoji + "\"";
    }
}
