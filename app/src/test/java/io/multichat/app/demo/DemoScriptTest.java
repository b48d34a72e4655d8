package io.multichat.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.EventEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoScriptTest {
    private static final Instant NOW = Instant.parse("2026-05-05T12:00:00Z");

    @Test
    void everyPlatformRoleAndCommonTypeAppears() {
        List<ChatEvent> events = events(5_000);

        assertThat(events)
                .extracting(event -> event.conversation().platform())
                .contains("slack", "discord", "twitch", "irc", "web", "agents", "line", "wechat");
        assertThat(events)
                .extracting(ChatEvent::type)
                .contains(
                        EventType.MESSAGE_CREATED,
                        EventType.MESSAGE_EDITED,
                        EventType.MESSAGE_DELETED,
                        EventType.REACTION_ADDED);
        assertThat(events.stream().flatMap(event -> event.sender().stream()).map(Sender::role))
                .contains(Sender.Role.USER, Sender.Role.ASSISTANT, Sender.Role.TOOL);
        assertThat(events).anyMatch(event -> event.content().replyTo().isPresent());
        assertThat(events).anyMatch(event -> event.conversation().thread().isPresent());
    }

    @Test
    void everyRevisionFollowsItsMessage() {
        Set<String> said = new HashSet<>();
        for (ChatEvent event : events(5_000)) {
            String message =
                    event.conversation().key() + " " + event.messageId().orElseThrow();
            if (event.type() == EventType.MESSAGE_CREATED) {
                assertThat(said.add(message)).as("a new id").isTrue();
            } else {
                assertThat(said).contains(message);
            }
        }
    }

    @Test
    void theTopologyCanReadEveryEvent() {
        assertThat(events(2_000))
                .allSatisfy(event -> assertThat(new EventDecoder().decode(new EventEncoder().encode(event)))
                        .isEqualTo(event));
    }

    @Test
    void pastSessionsAreFinishedAndHoursOld() {
        List<ChatEvent> past = new DemoScript(new Random(1)).past(NOW);

        assertThat(past)
                .hasSizeBetween(100, 1_000)
                .allSatisfy(event -> assertThat(Instant.ofEpochMilli(event.at()))
                        .isBetween(NOW.minus(Duration.ofHours(27)), NOW.minus(Duration.ofHours(1))));
    }

    @Test
    void theSameSeedGivesTheSameEvents() {
        assertThat(events(500)).isEqualTo(events(500));
    }

    private static List<ChatEvent> events(int count) {
        DemoScript script = new DemoScript(new Random(42));
        List<ChatEvent> events = new ArrayList<>(script.past(NOW));
        for (int i = 0; i < count; i++) {
            events.add(script.next(NOW.plusMillis(i * 100L)));
        }
        return events;
    }
}
