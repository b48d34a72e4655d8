package io.multichat.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.formats.testing.Reading;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoundEventsTest {
    private static final Conversation CONVERSATION = Conversation.of("irc", "#a");
    private static final EventPlace PLACE = EventPlace.line(1);

    private final Reading found = new Reading();

    @Test
    void equalMessagesGetDifferentIdsThatAreTheSameInTheNextImport() {
        List<String> first = ids("hi", "hi", "ho");
        List<String> again = ids("hi", "hi", "ho");

        assertThat(first).doesNotHaveDuplicates().hasSize(3).isEqualTo(again);
        assertThat(ids("hi").get(0)).isEqualTo(first.get(0));
    }

    @Test
    void lineEndsDoNotChangeIds() {
        assertThat(ids("a\nb\n")).isEqualTo(ids("a\r\nb\r\n")).isEqualTo(ids("a\rb"));
    }

    @Test
    void messagesOfEqualTimeKeepTheOrderOfTheFile() {
        ids("b", "a");

        assertThat(found.events())
                .extracting(event -> event.order().orElseThrow())
                .containsExactly(0L, 1L);
    }

    @Test
    void whatCannotBecomeAnEventIsRefusedWithItsPlace() {
        FoundEvents events = new FoundEvents(found, ReadOptions.limitedTo(200), Optional.of("a.log"));

        events.at(PLACE, () -> events.message(PLACE, message("x".repeat(200))));
        events.at(PLACE, () -> {
            throw new RefusedException("no time");
        });
        events.at(PLACE, () -> LocalDateTime.of(2026, 2, 30, 0, 0));
        events.at(PLACE, () -> Conversation.of("irc", ""));

        assertThat(found.events()).isEmpty();
        assertThat(found.refusals()).hasSize(4).allMatch(text -> text.startsWith("line 1 of a.log: "));
        assertThat(found.refusals().get(0)).endsWith("larger than event.max.bytes");
    }

    @Test
    void halfSurrogatePairsAreReplaced() {
        ids("a\uD83Db\uD83D\uDE00");

        assertThat(found.events().get(0).content().text()).hasValue("a\uFFFDb\uD83D\uDE00");
    }

    private List<String> ids(String... texts) {
        found.events().clear();
        FoundEvents events = new FoundEvents(found, ReadOptions.limitedTo(1_000), Optional.empty());
        for (String text : texts) {
            events.message(PLACE, message(text));
        }
        return found.events().stream()
                .map(ChatEvent::messageId)
                .map(Optional::orElseThrow)
                .toList();
    }

    private static FoundMessage message(String text) {
        return new FoundMessage(
                CONVERSATION, Optional.empty(), FoundMessage.named("ada"), 1_000, FoundMessage.text(text));
    }
}
