package io.multichat.jobs.export.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.testing.Chat;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports from a server, imitated so that its answers have several pages. */
class ServerSourceTest {
    private static final Conversation LOUNGE = Conversation.of("irc", "#lounge");
    private static final long DAY = 86_400_000;
    /** Spaces, numbers and repeated names that a JSON tree would not keep. */
    private static final String CREATION = "{ \"platform\":\"irc\",\"channel\":\"#lounge\",\"messageId\":\"m1\","
            + "\"sender\":{\"id\":\"ada\"},\"sentAt\":\"1970-01-02T00:00:00Z\",\"x\":1.50,\"x\":1e400}";

    private static final String EDIT = "{\"type\":\"message.edited\",\"platform\":\"irc\",\"channel\":\"#lounge\","
            + "\"messageId\":\"m1\",\"editedAt\":\"1970-01-03T00:00:00Z\",\"text\" : \"better\"}";

    private static final String MESSAGE = "{\"messageId\":\"%s\",\"sentAt\":\"1970-01-02T00:00:00.000Z\",\"order\":7,"
            + "\"deleted\":false,\"event\":{},\"revisions\":[%s]%s}";

    private final List<SessionSnapshot> sessions = List.of(session("m1", DAY), session("m9", 9 * DAY));
    private Javalin server;
    private ServerSource source;

    @BeforeEach
    void startServer() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/v1/sessions", context -> {
                        boolean second = "next".equals(context.queryParam("cursor"));
                        String snapshot = new String(
                                new SnapshotEncoder().encode(sessions.get(second ? 1 : 0)), StandardCharsets.UTF_8);
                        context.json("{\"sessions\":[" + snapshot + "],\"nextCursor\":" + (second ? "null" : "\"next\"")
                                + "}");
                    });
                    config.routes.get("/v1/sessions/{id}/messages", context -> {
                        boolean second = "more".equals(context.queryParam("cursor"));
                        String message = second
                                ? MESSAGE.formatted("m2", CREATION.replace("m1", "m2"), ",\"revisionsComplete\":false")
                                : MESSAGE.formatted("m1", CREATION + "," + EDIT, "");
                        context.json("{\"messages\":[" + message + "],\"nextCursor\":" + (second ? "null" : "\"more\"")
                                + "}");
                    });
                })
                .start("127.0.0.1", 0);
        String address = "http://127.0.0.1:" + server.port();
        source = new ServerSource(address, new ServerClient(URI.create(address), Optional.empty()));
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void allPagesOfSessionsAreRead() throws IOException {
        List<SessionSnapshot> found = new ArrayList<>();

        source.forEachSnapshot(found::add);

        assertThat(found).isEqualTo(sessions);
    }

    @Test
    void everyVersionIsPassedOnByteForByteAndMissingOnesAreNamed() throws IOException {
        List<String> values = new ArrayList<>();

        source.forEachEvent(0, 5 * DAY, event -> {
            values.add(new String(event.value(), StandardCharsets.UTF_8));
            assertThat(event.placement().sentAt()).isEqualTo(DAY);
            assertThat(event.placement().order()).isEqualTo(7);
        });

        assertThat(values).containsExactly(CREATION, EDIT, CREATION.replace("m1", "m2"));
        assertThat(source.unreadable()).singleElement().asString().contains("the message m2");
    }

    @Test
    void messagesOfUnwantedSessionsAreNotRead() throws IOException {
        source.narrow(session -> false);

        source.forEachEvent(0, ChatEvent.MAX_TIME, event -> {
            throw new AssertionError("nothing is wanted");
        });
    }

    @Test
    void whatAServerDoesNotListIsSaid() {
        assertThat(source.lacks()).singleElement().asString().contains("reactions");
    }

    private static SessionSnapshot session(String id, long at) {
        return Chat.session(Chat.message(LOUNGE, id, at), Chat.closed(at), Chat.span(at, at), 2, 1);
    }
}
