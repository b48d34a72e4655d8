package io.multichat.events.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.MessagePosition;
import io.multichat.events.codec.EventDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShownMessageTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final EventDecoder DECODER = new EventDecoder();
    private static final String HEAD = "'platform':'p','channel':'c','messageId':'m'";
    private static final String CREATION = "{" + HEAD + ",'sender':{'id':'ada','name':'Ada','role':'assistant'},"
            + "'sentAt':'2025-03-11T10:00:00Z','order':7,'replyTo':'q','text':'a','parts':[{'type':'usage','n':1.50}],"
            + "'attributes':{'Team':1,'team':2},'unknown':1,'unknown':2}";

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of("a new text replaces the text", "'text':'b'", "'text':'b'", "'text':'a'"),
                Arguments.of("without a text, the text stays", "'parts':[]", "'text':'a'", "'usage'"),
                Arguments.of("everything else stays byte for byte", "'text':'b'", "'n':1.50", "1.5}"),
                Arguments.of("a null counts as absent", "'text':null,'sender':null", "'text':'a'", "null"),
                Arguments.of("parts are replaced", "'parts':[{'type':'x'}]", "'parts':[{'type':'x'}]", "'usage'"),
                Arguments.of("attributes are replaced", "'attributes':{}", "'attributes':{}", "'Team'"),
                Arguments.of("unknown fields are replaced", "'unknown':[3]", "'unknown':[3]", "'unknown':1"),
                Arguments.of("equal unknown fields stay", "'text':'b'", "'unknown':1,'unknown':2", "'editedBy'"),
                Arguments.of("unknown fields are added", "'why':null", "'why':null", "'editedBy'"),
                Arguments.of("replyTo stays", "'replyTo':'other'", "'replyTo':'q'", "'other'"),
                Arguments.of("the order stays", "'order':1", "'order':7", "'order':1"),
                Arguments.of("another sender is named apart", "'sender':{'id':'mod'}", "'editedBy':{'id':'mod'}", "[]"),
                Arguments.of("the author is named once", "'sender':{'id':'ada'}", "'name':'Ada'", "'editedBy'"),
                Arguments.of(
                        "a name of the publisher's own yields", "'sender':{'id':'mod'},'editedBy':1", "mod", "By':1"),
                Arguments.of("a stray time is left out", "'deletedAt':'2026-01-01T00:00:00Z'", "edited", "deleted"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void anEditChangesTheContentOnly(String rule, String fields, String present, String absent) throws IOException {
        ShownMessage shown =
                shown("{'type':'message.edited'," + HEAD + "," + fields + ",\n 'editedAt' : '2025-03-11T10:05:00Z'}");

        assertThat(new String(shown.event(), StandardCharsets.UTF_8))
                .contains(quoted(present))
                .doesNotContain(quoted(absent));
        assertThat(shown.deleted()).isFalse();
        assertIdentity(shown);
        assertThat(JSON.readTree(shown.event()).path("editedAt").asText()).isEqualTo("2025-03-11T10:05:00Z");
    }

    @Test
    void aDeleteKeepsTheAuthorAndRemovesTheContent() throws IOException {
        ShownMessage shown = shown("{'type':'message.deleted'," + HEAD + ",'sender':{'id':'mod','name':'Mod'},"
                + "'text':'rude','deletedAt':'2025-03-11T10:07:00Z','attributes':{'reason':'spam'}}");

        JsonNode event = JSON.readTree(shown.event());
        assertThat(shown.deleted()).isTrue();
        assertIdentity(shown);
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "platform",
                        "channel",
                        "messageId",
                        "sender",
                        "sentAt",
                        "order",
                        "replyTo",
                        "deletedAt",
                        "deletedBy",
                        "attributes");
        assertThat(event.path("deletedBy").path("name").asText()).isEqualTo("Mod");
        assertThat(event.path("attributes").path("reason").asText()).isEqualTo("spam");
    }

    @Test
    void aMessageWithoutRevisionsIsItsCreationByteForByte() {
        Revision creation = version(CREATION);

        assertThat(ShownMessage.of(creation, creation)).isEqualTo(new ShownMessage(creation.value(), false));
    }

    @Test
    void theVersionsMayArriveInAnyOrder() {
        MessagePosition position = new MessagePosition(1, 7, "m");
        Revision creation = version(CREATION);
        Revision edit = version("{'type':'message.edited'," + HEAD + ",'text':'b','editedAt':'2025-03-11T10:05:00Z'}");
        for (List<Revision> order : List.of(List.of(creation, edit), List.of(edit, creation))) {
            MessageVersions versions = new MessageVersions();

            order.forEach(version -> versions.add(version, position));

            assertThat(versions.message().orElseThrow().event())
                    .isEqualTo(ShownMessage.of(creation, edit).event());
        }
    }

    @Test
    void nothingShowsWithoutACreation() {
        MessageVersions versions = new MessageVersions();

        versions.add(
                version("{'type':'message.deleted'," + HEAD + ",'deletedAt':'2025-03-11T10:07:00Z'}"),
                new MessagePosition(1, 7, "m"));

        assertThat(versions.message()).isEmpty();
    }

    private static ShownMessage shown(String revision) {
        return ShownMessage.of(version(CREATION), version(revision));
    }

    private static void assertIdentity(ShownMessage shown) {
        ChatEvent event = DECODER.decode(shown.event());
        ChatEvent creation = DECODER.decode(version(CREATION).value());
        assertThat(event.type()).isEqualTo(EventType.MESSAGE_CREATED);
        assertThat(event.sender()).isEqualTo(creation.sender());
        assertThat(event.at()).isEqualTo(creation.at());
        assertThat(event.order()).isEqualTo(creation.order());
        assertThat(event.content().replyTo()).isEqualTo(creation.content().replyTo());
    }

    private static Revision version(String json) {
        byte[] value = quoted(json).getBytes(StandardCharsets.UTF_8);
        return Revision.of(DECODER.decode(value), value);
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
