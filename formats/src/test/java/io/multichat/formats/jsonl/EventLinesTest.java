package io.multichat.formats.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.EventType;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;

/** Messages that say when they were changed. */
class EventLinesTest {
    private static final String MESSAGE =
            "{\"platform\":\"irc\",\"channel\":\"#a\",\"messageId\":\"m1\",\"sender\":{\"id\":\"ada\"},"
                    + "\"sentAt\":\"2026-01-31T12:00:00Z\",\"text\":\"hello\"%s}%n";

    @Test
    void anEditedMessageIsFollowedByItsEdit() {
        Reading reading = read(",\"editedAt\":\"2026-01-31T13:00:00Z\"");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T12:00:00.000Z ada: hello", "message.edited 2026-01-31T13:00:00.000Z ada: hello");
        assertThat(reading.events().get(1).messageId()).hasValue("m1");
    }

    @Test
    void aDeletedMessageIsFollowedByItsDelete() {
        assertThat(read(",\"deletedAt\":\"2026-01-31T13:00:00Z\"")
                        .events()
                        .get(1)
                        .type())
                .isEqualTo(EventType.MESSAGE_DELETED);
    }

    @Test
    void nothingIsAddedWithoutATimeOfItsOwn() {
        assertThat(read("").events()).hasSize(1);
        assertThat(read(",\"editedAt\":null").events()).hasSize(1);
        assertThat(read(",\"attributes\":{\"editedAt\":\"2026-01-31T13:00:00Z\"}")
                        .events())
                .hasSize(1);
    }

    @Test
    void theEditOfAnotherExportIsTheSameEvent() {
        String edit = ",\"editedAt\":\"2026-01-31T13:00:00Z\"";

        assertThat(read(edit).events().get(1).eventId())
                .isPresent()
                .isEqualTo(read(edit).events().get(1).eventId());
    }

    private static Reading read(String fields) {
        return Reading.of(new JsonLinesFormat(), MemorySource.file("/chat.jsonl", MESSAGE.formatted(fields)));
    }
}
