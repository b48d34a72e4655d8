package io.multichat.server.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.server.live.LiveEvent;
import io.multichat.server.live.LiveHub;
import io.multichat.server.live.LiveLog;
import io.multichat.server.testing.HelloServer;
import io.multichat.server.testing.LiveStream;
import io.multichat.server.testing.StoredChat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Live events of one platform. */
class LivePlatformTest {
    private static final LiveLog TRANSCRIPT = new LiveLog(false, 0);

    @RegisterExtension
    final HelloServer hello = new HelloServer();

    @Test
    void aClientReceivesNothingOfOtherPlatforms() throws Exception {
        LiveHub live = hello.get().live;
        live.start(TRANSCRIPT, 0, 0, 1);
        try (LiveStream stream = LiveStream.open(hello.get(), "?platform=my%20chat", null)) {
            live.publish(event(0, Conversation.of("my chatter", "general", null)));
            live.publish(event(1, Conversation.of("slack", "my chat", null)));
            live.publish(event(2, Conversation.of("my chat", "general", null)));

            assertThat(stream.next().data()).contains("\"conversation\":\"my%20chat/general\"");
        }
    }

    private static LiveEvent event(long offset, Conversation conversation) {
        Placement place = new Placement(Optional.of(StoredChat.ID), StoredChat.START, 0, EventType.MESSAGE_CREATED);
        return LiveEvent.ofTranscript(TRANSCRIPT, offset, conversation.key(), place, "1".getBytes(UTF_8));
    }
}
