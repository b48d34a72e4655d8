package io.multichat.server.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionId;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.server.live.LiveEvent;
import io.multichat.server.live.LiveLog;
import io.multichat.server.testing.HelloServer;
import io.multichat.server.testing.LiveStream;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredChat;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveTest {
    private static final LiveLog TRANSCRIPT = new LiveLog(false, 0);
    private static final LiveLog SNAPSHOTS = new LiveLog(true, 0);
    private static final Conversation OTHER = Conversation.of("irc", "#dev");

    @RegisterExtension
    final HelloServer hello = new HelloServer();

    private long offset;

    @BeforeEach
    void readFromTheBeginning() {
        hello.get().live.start(TRANSCRIPT, 0, 0, 1);
        hello.get().live.start(SNAPSHOTS, 0, 0, 1);
    }

    @Test
    void eventsAndSnapshotsArriveAsTheyAre() throws Exception {
        try (LiveStream stream = LiveStream.open(hello.get(), "", null)) {
            publish(StoredChat.GENERAL, "{\n\"text\":\"tea 😀\"}");
            hello.get()
                    .live
                    .publish(LiveEvent.ofSnapshot(
                            SNAPSHOTS,
                            0,
                            StoredChat.snapshot(1),
                            new SnapshotEncoder().encode(StoredChat.snapshot(1))));

            LiveStream.Block event = stream.next();
            assertThat(event.name()).isEqualTo("message.created");
            assertThat(event.data())
                    .isEqualTo(
                            "{\"conversation\":\"slack/general\",\"sessionId\":\"" + StoredChat.ID
                                    + "\",\"sentAt\":\"2026-01-31T09:00:00.000Z\",\"order\":7,\"event\":{ \"text\":\"tea 😀\"}}");
            LiveStream.Block snapshot = stream.next();
            assertThat(snapshot.name()).isEqualTo("session");
            assertThat(snapshot.data()).contains("\"sessionId\":\"" + StoredChat.ID);
            assertThat(snapshot.id()).isEqualTo("t0.1-s0.1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?conversation=slack%2Fgeneral",
        "?platform=slack&channel=general",
        "?session=01KG9PA9A0W2CFGS1W58A1VVYA",
    })
    void aClientFollowsAConversationOrASession(String query) throws Exception {
        String own = query.contains("session") ? "?session=" + StoredChat.ID : query;
        try (LiveStream stream = LiveStream.open(hello.get(), own, null)) {
            publish(OTHER, "{\"text\":\"elsewhere\"}");
            publish(StoredChat.GENERAL, "{\"text\":\"here\"}");

            assertThat(stream.next().data()).contains("here");
        }
    }

    @Test
    void aClientContinuesWithoutAGapOrADouble() throws Exception {
        String last;
        try (LiveStream stream = LiveStream.open(hello.get(), "", null)) {
            publish(OTHER, "1");
            publish(OTHER, "2");
            assertThat(stream.next().data()).contains("\"event\":1");
            last = stream.next().id();
        }
        publish(OTHER, "3");
        publish(OTHER, "4");
        try (LiveStream stream = LiveStream.open(hello.get(), "", last)) {
            publish(OTHER, "5");

            LiveStream.Block third = stream.next();
            assertThat(third.data()).contains("\"event\":3");
            assertThat(third.id()).isEqualTo("t0.3-s0.0");
            assertThat(stream.next().data()).contains("\"event\":4");
            assertThat(stream.next().data()).contains("\"event\":5");
        }
    }

    @Test
    void aClientThatWasAwayTooLongIsToldSo() throws Exception {
        for (int i = 0; i <= 20_000; i++) {
            publish(OTHER, "1");
        }
        try (LiveStream stream = LiveStream.open(hello.get(), "", "t0.0-s0.0")) {
            LiveStream.Block reset = stream.next();
            assertThat(reset.name()).isEqualTo("reset");
            assertThat(reset.id()).isEqualTo("t0.20001-s0.0");
            publish(OTHER, "2");
            assertThat(stream.next().data()).contains("\"event\":2");
        }
    }

    @Test
    void aHeartbeatMovesTheIdOn() throws Exception {
        try (LiveStream stream = LiveStream.open(hello.get(), "?conversation=slack%2Fgeneral", null)) {
            publish(OTHER, "1");
            hello.get().live.heartbeat();
            publish(StoredChat.GENERAL, "2");

            assertThat(stream.next().id()).isEqualTo("t0.2-s0.0");
            assertThat(stream.idsWithoutEvents()).contains("t0.1-s0.0");
        }
    }

    @Test
    void aClientThatDoesNotReadIsDroppedAndOthersAreNot() throws Exception {
        String large = "\"" + "x".repeat(100_000) + "\"";
        try (LiveStream slow = LiveStream.open(hello.get(), "", null);
                LiveStream other = LiveStream.open(hello.get(), "?conversation=slack%2Fgeneral", null)) {
            for (int i = 0; i < 200; i++) {
                publish(OTHER, large);
            }
            publish(StoredChat.GENERAL, "1");

            assertThat(other.next().data()).contains("\"event\":1");
            assertThat(slow.lastBeforeTheEnd().name()).isEqualTo("dropped");
        }
    }

    @Test
    void aStreamEndsWithTheServer() throws Exception {
        try (LiveStream stream = LiveStream.open(hello.get(), "", null)) {
            publish(OTHER, "1");
            hello.get().live.close();

            assertThat(stream.lastBeforeTheEnd().data()).contains("\"event\":1");
        }
    }

    @ParameterizedTest
    @CsvSource({"session, ?session=x, ''", "Last-Event-ID, '', t0", "cursor, ?cursor=1, ''"})
    void aBadParameterIsNamed(String parameter, String query, String last) throws Exception {
        HttpResponse<byte[]> response = hello.get().get("/v1/live" + query, "Last-Event-ID", last);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(RunningServer.problem(response)).contains(parameter);
    }

    private void publish(Conversation conversation, String event) {
        SessionId session = SessionId.of(StoredChat.START, conversation.hash());
        Placement place = new Placement(Optional.of(session), StoredChat.START, 7, EventType.MESSAGE_CREATED);
        hello.get()
                .live
                .publish(
                        LiveEvent.ofTranscript(TRANSCRIPT, offset++, conversation.key(), place, event.getBytes(UTF_8)));
    }
}
