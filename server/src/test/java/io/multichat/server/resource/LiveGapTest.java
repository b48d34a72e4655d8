package io.multichat.server.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.server.live.LiveEvent;
import io.multichat.server.live.LiveLog;
import io.multichat.server.testing.HelloServer;
import io.multichat.server.testing.LiveStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader of live events that failed begins again, perhaps behind a gap. */
class LiveGapTest {
    private static final LiveLog TRANSCRIPT = new LiveLog(false, 0);
    private static final Conversation ROOM = Conversation.of("irc", "#dev");

    @RegisterExtension
    final HelloServer hello = new HelloServer();

    @ParameterizedTest
    @CsvSource({"5, 9, events were skipped", "0, 1, the topic was created again"})
    void clientsAreToldToLoadAgain(long from, long end, String why) throws Exception {
        readTo(3);
        try (LiveStream stream = LiveStream.open(hello.get(), "", null)) {
            hello.get().live.start(TRANSCRIPT, from, end, 1);
            publish(from);

            LiveStream.Block reset = stream.next();
            assertThat(reset.name()).as(why).isEqualTo("reset");
            assertThat(reset.id()).isEqualTo("t0." + from);
            assertThat(stream.next().id()).isEqualTo("t0." + (from + 1));
        }
    }

    @Test
    void aClientFromBeforeTheGapCannotContinue() throws Exception {
        readTo(3);
        hello.get().live.start(TRANSCRIPT, 5, 9, 1);

        try (LiveStream stream = LiveStream.open(hello.get(), "", "t0.3")) {
            assertThat(stream.next().name()).isEqualTo("reset");
        }
    }

    @Test
    void withoutAGapClientsContinue() throws Exception {
        readTo(3);
        try (LiveStream stream = LiveStream.open(hello.get(), "", null)) {
            hello.get().live.start(TRANSCRIPT, 1, 9, 1);
            publish(1);
            publish(3);

            assertThat(stream.next().id()).isEqualTo("t0.4");
        }
    }

    private void readTo(long end) {
        hello.get().live.start(TRANSCRIPT, 0, 0, 1);
        for (long offset = 0; offset < end; offset++) {
            publish(offset);
        }
    }

    private void publish(long offset) {
        Placement place = new Placement(Optional.empty(), 0, 0, EventType.MESSAGE_CREATED);
        hello.get().live.publish(LiveEvent.ofTranscript(TRANSCRIPT, offset, ROOM.key(), place, "1".getBytes(UTF_8)));
    }
}
