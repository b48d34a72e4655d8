package io.multichat.formats.rocketchat;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RocketChatFormatTest {
    private final RocketChatFormat format = new RocketChatFormat();

    @Test
    void messagesAreReadWithTheirReactionsAndEdits() {
        Reading reading = history(message(
                "m1",
                "\"msg\":\"tea\",\"editedAt\":\"2026-01-31T10:05:00Z\",\"groupable\":false,"
                        + "\"reactions\":{\":cup:\":{\"usernames\":[\"bob\",\"cy\"]}}"));

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T10:00:00.000Z ada: tea",
                        "message.edited 2026-01-31T10:05:00.000Z ada: tea",
                        "reaction.added 2026-01-31T10:00:00.000Z bob: ",
                        "reaction.added 2026-01-31T10:00:00.000Z cy: ");
        ChatEvent first = reading.events().get(0);
        assertThat(first.conversation().key()).isEqualTo("rocketchat/r1");
        assertThat(first.messageId()).hasValue("m1");
        assertThat(first.sender().orElseThrow().name()).hasValue("Ada");
        assertThat(first.content().attributes().orElseThrow()).hasToString("{\"rocketchat\":{\"groupable\":false}}");
    }

    @Test
    void earlierTextsOfEditedMessagesAreNotRead() {
        Reading reading = history(message("m2", "\"msg\":\"te\",\"_hidden\":true,\"parent\":\"m1\""));

        assertThat(reading.lines()).isEmpty();
        assertThat(reading.assumptions())
                .containsExactly("Earlier texts of edited messages, which have no time of their own, are not read.");
    }

    @Test
    void quotesAndThreadsAreReplies() {
        Reading reading = history(message("m2", "\"msg\":\"[ ](https://chat.example/group/a?msg=m1) yes\"") + ","
                + message("m3", "\"msg\":\"no\",\"tmid\":\"m1\""));

        assertThat(reading.lines())
                .containsExactly("2026-01-31T10:00:00.000Z ada: yes", "2026-01-31T10:00:00.000Z ada: no");
        assertThat(reading.events())
                .allSatisfy(event -> assertThat(event.content().replyTo()).hasValue("m1"));
        assertThat(reading.events().get(1).conversation().key()).isEqualTo("rocketchat/r1/m1");
    }

    @Test
    void filesAreParts() {
        ChatEvent event = history(message("m1", "\"msg\":\"\",\"file\":{\"name\":\"cup.png\"}"))
                .events()
                .get(0);

        assertThat(event.content().parts().orElseThrow())
                .hasToString("[{\"type\":\"attachment\",\"name\":\"cup.png\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        "uj, 'participant.joined 2026-01-31T10:00:00.000Z ada: '",
        "ul, 'participant.left 2026-01-31T10:00:00.000Z ada: '",
        "au, 'participant.joined 2026-01-31T10:00:00.000Z bob: '",
        "ru, 'participant.left 2026-01-31T10:00:00.000Z bob: '",
        "r, '2026-01-31T10:00:00.000Z ada (system): bob'",
    })
    void systemMessagesAreNotMessages(String type, String line) {
        assertThat(history(message("m1", "\"msg\":\"bob\",\"t\":\"" + type + "\""))
                        .lines())
                .containsExactly(line);
    }

    @Test
    void aRemovedMessageIsDeleted() {
        assertThat(history(message("m1", "\"msg\":\"\",\"t\":\"rm\",\"editedAt\":\"2026-01-31T10:05:00Z\""))
                        .lines())
                .containsExactly("2026-01-31T10:00:00.000Z ada: ", "message.deleted 2026-01-31T10:05:00.000Z ada: ");
    }

    @Test
    void linesOfADatabaseExportAreRead() {
        Reading reading = read(
                "{\"_id\":\"m1\",\"rid\":\"r1\",\"msg\":\"hi\",\"ts\":{\"$date\":\"2026-01-31T10:00:00Z\"},"
                        + "\"u\":{\"_id\":\"u1\",\"username\":\"ada\"}}\n{\"rid\":\"r1\"}\n{\"rid\":\"r1\",\"ts\":{\"$date\":5}}\n");

        assertThat(reading.lines()).containsExactly("2026-01-31T10:00:00.000Z ada: hi");
        assertThat(reading.refusals()).containsExactly("line 2: no ts", "line 3: no u.username");
    }

    private Reading history(String messages) {
        return read("{\"messages\":[" + messages + "],\"success\":true}");
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/history.json", text));
    }

    private static String message(String id, String fields) {
        return "{\"_id\":\"" + id + "\",\"rid\":\"r1\",\"ts\":\"2026-01-31T10:00:00.000Z\","
                + "\"u\":{\"_id\":\"u1\",\"username\":\"ada\",\"name\":\"Ada\"}," + fields + "}";
    }
}
