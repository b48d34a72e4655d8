package io.multichat.formats.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixFormatTest {
    private final MatrixFormat format = new MatrixFormat();

    @Test
    void messagesRepliesAndFilesAreMessages() {
        Reading reading = read(
                event("$1", "m.room.message", "{\"msgtype\":\"m.text\",\"body\":\"tea?\"}"),
                event(
                        "$2",
                        "m.room.message",
                        "{\"msgtype\":\"m.text\",\"body\":\"> <@ada:x> tea?\\n\\nyes\","
                                + "\"m.relates_to\":{\"m.in_reply_to\":{\"event_id\":\"$1\"}}}"),
                event("$3", "m.room.message", "{\"msgtype\":\"m.image\",\"body\":\"cup.png\",\"url\":\"mxc://x/1\"}"));

        assertThat(reading.lines())
                .containsExactly(
                        "2023-11-14T22:13:20.000Z @ada:x: tea?",
                        "2023-11-14T22:13:20.000Z @ada:x: yes",
                        "2023-11-14T22:13:20.000Z @ada:x: cup.png");
        List<ChatEvent> events = reading.events();
        assertThat(events.get(0).conversation().key()).isEqualTo("matrix/Tea");
        assertThat(events.get(1).content().replyTo()).hasValue("$1");
        assertThat(events.get(2).content().parts().orElseThrow())
                .hasToString(
                        "[{\"type\":\"attachment\",\"msgtype\":\"m.image\",\"body\":\"cup.png\",\"url\":\"mxc://x/1\"}]");
    }

    @Test
    void editsReactionsAndRedactionsAreEventsOfTheirMessage() {
        Reading reading = read(
                event(
                        "$2",
                        "m.room.message",
                        "{\"body\":\"* tea!\",\"m.new_content\":{\"body\":\"tea!\"},"
                                + "\"m.relates_to\":{\"rel_type\":\"m.replace\",\"event_id\":\"$1\"}}"),
                event("$3", "m.reaction", "{\"m.relates_to\":{\"event_id\":\"$1\",\"key\":\"+\"}}"),
                event("$4", "m.room.redaction", "{\"redacts\":\"$1\"}"));

        assertThat(reading.lines())
                .containsExactly(
                        "message.edited 2023-11-14T22:13:20.000Z @ada:x: tea!",
                        "reaction.added 2023-11-14T22:13:20.000Z @ada:x: ",
                        "message.deleted 2023-11-14T22:13:20.000Z @ada:x: ");
        assertThat(reading.events())
                .allSatisfy(event -> assertThat(event.messageId()).hasValue("$1"))
                .extracting(event -> event.eventId().orElseThrow())
                .containsExactly("$2", "$3", "$4");
    }

    @Test
    void aMessageThatWasRedactedIsCreatedAndDeleted() {
        Reading reading = read(event("$1", "m.room.message", "{}")
                .replace(
                        "\"content\"",
                        "\"unsigned\":{\"redacted_because\":{\"event_id\":\"$9\",\"sender\":\"@bob:x\","
                                + "\"origin_server_ts\":1700000060000}},\"content\""));

        assertThat(reading.lines())
                .containsExactly(
                        "2023-11-14T22:13:20.000Z @ada:x: ", "message.deleted 2023-11-14T22:14:20.000Z @bob:x: ");
        assertThat(reading.events().get(1).eventId()).hasValue("$9");
    }

    @Test
    void membersJoinAndLeave() {
        String member =
                ",\"state_key\":\"@bob:x\",\"unsigned\":{\"prev_content\":{\"membership\":\"join\"}},\"content\"";
        Reading reading = read(
                event("$1", "m.room.member", "{\"membership\":\"join\",\"displayname\":\"Ada\"}"),
                event("$2", "m.room.member", "{\"membership\":\"join\"}").replace(",\"content\"", member),
                event("$3", "m.room.member", "{\"membership\":\"leave\"}").replace(",\"content\"", member),
                event("$4", "m.room.topic", "{\"topic\":\"cups\"}"));

        assertThat(reading.lines())
                .containsExactly(
                        "participant.joined 2023-11-14T22:13:20.000Z @ada:x: ",
                        "2023-11-14T22:13:20.000Z @ada:x (system): m.room.member: join",
                        "participant.left 2023-11-14T22:13:20.000Z @bob:x: ",
                        "2023-11-14T22:13:20.000Z @ada:x (system): m.room.topic");
        assertThat(reading.events().get(3).content().attributes().orElseThrow())
                .hasToString("{\"matrix\":{\"topic\":\"cups\"}}");
    }

    @Test
    void linesOfEventsNameTheirRoomAndFaultyOnesAreRefused() {
        Reading reading = Reading.of(
                format,
                MemorySource.file(
                        "",
                        event("$1", "m.room.message", "{\"body\":\"hi\"}")
                                        .replace("{\"type\"", "{\"room_id\":\"!r:x\",\"type\"")
                                + "\n" + event("$2", "m.room.encrypted", "{}")
                                + "\n{\"type\":\"m.room.message\"}\nbroken\n"));

        assertThat(reading.events().get(0).conversation().channel()).isEqualTo("!r:x");
        assertThat(reading.refusals())
                .hasSize(3)
                .anyMatch(refusal -> refusal.startsWith("line 2: no channel"))
                .anyMatch(refusal -> refusal.startsWith("line 4: not valid JSON"));
    }

    private Reading read(String... events) {
        return Reading.of(
                format,
                MemorySource.file(
                        "/export.json", "{\"room_name\":\"Tea\",\"messages\":[" + String.join(",", events) + "]}"));
    }

    private static String event(String id, String type, String content) {
        return "{\"type\":\"" + type + "\",\"event_id\":\"" + id
                + "\",\"sender\":\"@ada:x\",\"origin_server_ts\":1700000000000,\"content\":" + content + "}";
    }
}
