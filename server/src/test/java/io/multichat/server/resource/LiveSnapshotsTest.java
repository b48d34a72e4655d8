package io.multichat.server.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.server.live.LiveEvent;
import io.multichat.server.live.LiveHub;
import io.multichat.server.live.LiveLog;
import io.multichat.server.testing.HelloServer;
import io.multichat.server.testing.LiveStream;
import io.multichat.server.testing.StoredChat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Live snapshots without events, for lists of sessions. */
class LiveSnapshotsTest {
    private static final LiveLog TRANSCRIPT = new LiveLog(false, 0);
    private static final LiveLog SNAPSHOTS = new LiveLog(true, 0);

    @RegisterExtension
    final HelloServer hello = new HelloServer();

    @Test
    void aClientCanFollowSnapshotsOnly() throws Exception {
        LiveHub live = hello.get().live;
        live.start(TRANSCRIPT, 0, 0, 1);
        live.start(SNAPSHOTS, 0, 0, 1);
        SessionSnapshot session = StoredChat.snapshot(1);
        Placement place = new Placement(Optional.of(StoredChat.ID), StoredChat.START, 0, EventType.MESSAGE_CREATED);
        try (LiveStream stream = LiveStream.open(hello.get(), "?snapshots=true", null)) {
            live.publish(LiveEvent.ofTranscript(TRANSCRIPT, 0, StoredChat.GENERAL.key(), place, "1".getBytes(UTF_8)));
            live.publish(LiveEvent.ofSnapshot(SNAPSHOTS, 0, session, new SnapshotEncoder().encode(session)));

            assertThat(stream.next().name()).isEqualTo("session");
        }
    }
}
