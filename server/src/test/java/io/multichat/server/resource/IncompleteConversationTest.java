package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.reading.SessionReader;
import io.multichat.server.testing.MessagePages;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredRooms;
import io.multichat.server.tiers.StoreChain;
import io.multichat.server.tiers.Tiers;
import io.multichat.sinks.sqlite.read.SqliteSearch;
import io.multichat.sinks.sqlite.read.SqliteSessionReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots may be stored before the messages of their sessions; until then, nobody can say what the conversation holds. */
class IncompleteConversationTest {
    private static final long NOON = 1_769_860_800_000L;
    private static final long HOUR = 3_600_000L;
    private static final Conversation ROOM = Conversation.of("irc", "#ubuntu");
    private static final String MESSAGES = "/v1/conversations/messages?platform=irc&channel=%23ubuntu";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void aSessionWithoutMessagesBesideThoseOfThePageIsNotPassedOver(long hours) throws Exception {
        Path file = folder.resolve("chat.db");
        try (StoredRooms rooms = new StoredRooms(file)) {
            rooms.session(ROOM, NOON, "a", "b");
            rooms.announce(ROOM, NOON + hours * HOUR, 2);
        }
        try (RunningServer server = RunningServer.on(file)) {
            for (String direction : new String[] {"forward", "backward"}) {
                assertThat(server.get(MESSAGES + "&direction=" + direction).statusCode())
                        .as(direction)
                        .isEqualTo(503);
            }
        }
    }

    @Test
    void aConversationWithoutAnyMessageYetIsNotEmpty() throws Exception {
        Path file = folder.resolve("chat.db");
        try (StoredRooms rooms = new StoredRooms(file)) {
            rooms.announce(ROOM, NOON, 2);
        }
        try (RunningServer server = RunningServer.on(file)) {
            assertThat(server.get(MESSAGES).statusCode()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void aMessageThatMayBeOnItsWayIsToBeAskedForAgain(long hours) throws Exception {
        Path file = folder.resolve("chat.db");
        try (StoredRooms rooms = new StoredRooms(file)) {
            rooms.session(ROOM, NOON, "a", "b");
            rooms.announce(ROOM, NOON + hours * HOUR, 2);
            rooms.session(ROOM, NOON + 2 * hours * HOUR, "e", "f");
        }
        String coming = "&around=" + (NOON + hours * HOUR) + "-0";
        try (RunningServer server = RunningServer.on(file)) {
            assertThat(server.get(MESSAGES + coming).statusCode()).isEqualTo(503);
            assertThat(server.get(MESSAGES + "&before=0&after=0&around=" + NOON + "-0")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aMessageThatMayBeLostIsNotFoundAndTheAnswerSaysSo() throws Exception {
        Path file = folder.resolve("chat.db");
        try (StoredRooms rooms = new StoredRooms(file)) {
            rooms.session(ROOM, NOON, "a", "b");
            rooms.announce(ROOM, NOON + HOUR, 2);
        }
        List<SessionReader> stores = List.of(new SqliteSessionReader(file));
        Tiers tiers = Tiers.of(id -> Optional.empty(), new StoreChain(stores, Optional.empty()), () -> true);
        try (RunningServer server = new RunningServer(RunningServer.OPEN, tiers, stores, new SqliteSearch(file))) {
            HttpResponse<byte[]> answer = server.get(MESSAGES + "&around=" + (NOON + HOUR) + "-0");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(RunningServer.problem(answer)).contains("Messages of it are lost");
        }
    }

    @Test
    void aMessageThatAConversationDoesNotHaveIsNotFound() throws Exception {
        Path file = folder.resolve("chat.db");
        try (StoredRooms rooms = new StoredRooms(file)) {
            rooms.session(ROOM, NOON, "a", "b");
            rooms.session(ROOM, NOON + HOUR, "c");
        }
        try (RunningServer server = RunningServer.on(file)) {
            HttpResponse<byte[]> answer = server.get(MESSAGES + "&around=x");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(RunningServer.problem(answer)).contains("has no such message");
        }
    }

    @Test
    void aPageThatEndsBeforeTheSessionIsAnswered() throws Exception {
        Path file = folder.resolve("chat.db");
        try (StoredRooms rooms = new StoredRooms(file)) {
            rooms.session(ROOM, NOON, "a", "b");
            rooms.session(ROOM, NOON + HOUR, "c");
            rooms.announce(ROOM, NOON + 2 * HOUR, 2);
        }
        try (RunningServer server = RunningServer.on(file)) {
            assertThat(MessagePages.texts(RunningServer.json(server.get(MESSAGES + "&direction=forward&limit=2"))))
                    .containsExactly("a", "b");
        }
    }
}
