package io.multichat.formats.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.formats.testing.MemoryFile;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;

class JsonExportTest {
    private static final String CHANNEL =
            "{'guild':{'id':'1','name':'g'},'channel':{'id':'20','type':'GuildTextChat','categoryId':'10','name':'tea'},'messages':[";
    private static final String END = "],'messageCount':1}";

    private final DiscordFormat format = new DiscordFormat();

    @Test
    void messagesKeepIdsSendersAndTimes() {
        Reading reading = read(CHANNEL + message("100", "Default", "hi", "") + END);

        assertThat(reading.lines()).containsExactly("2026-01-31T05:00:00.180Z 7: hi");
        assertThat(reading.events().get(0).messageId()).hasValue("100");
        assertThat(reading.events().get(0).conversation().key()).isEqualTo("discord/20");
        assertThat(reading.events().get(0).sender().orElseThrow().name()).hasValue("Ada");
        assertThat(reading.assumptions()).isEmpty();
        assertThat(reading.refusals()).isEmpty();
    }

    @Test
    void theTypeDecides() {
        Reading reading = read(CHANNEL + message("1", "Reply", "a", ",'reference':{'messageId':'99'}") + ","
                + message("2", "GuildMemberJoin", "Joined the server.", "") + ","
                + message("3", "Call", "Started a call.", "") + "," + message("4", "20", "command", "") + END);

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T05:00:00.180Z 7: a",
                        "participant.joined 2026-01-31T05:00:00.180Z 7: Joined the server.",
                        "2026-01-31T05:00:00.180Z 7 (system): Started a call.",
                        "2026-01-31T05:00:00.180Z 7: command");
        assertThat(reading.events().get(0).content().replyTo()).hasValue("99");
    }

    @Test
    void editsAndReactionsAreEvents() {
        Reading reading = read(CHANNEL
                + message(
                        "1",
                        "Default",
                        "new",
                        ",'timestampEdited':'2026-01-31T12:01:00+07:00','reactions':["
                                + "{'emoji':{'name':'T'},'count':1,'users':[{'id':'8','name':'bob','isBot':true}]},"
                                + "{'emoji':{'name':'C'},'count':42}]")
                + END);

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T05:00:00.180Z 7: new",
                        "message.edited 2026-01-31T05:01:00.000Z 7: new",
                        "reaction.added 2026-01-31T05:00:00.180Z 8 (bot): ");
        assertThat(reading.events())
                .extracting(ChatEvent::eventId)
                .extracting(id -> id.orElse(""))
                .containsExactly("", "message.edited:1:1769835660000", "reaction.added:1:T:8");
        assertThat(reading.events().get(0).content().attributes().orElseThrow().toString())
                .isEqualTo("{\"discord\":{\"username\":\"ada\",\"reactions\":{\"C\":42}}}");
    }

    @Test
    void aThreadIsAConversationOfItsChannel() {
        Reading reading =
                read(CHANNEL.replace("GuildTextChat", "GuildPublicThread") + message("1", "Default", "a", "") + END);

        assertThat(reading.events().get(0).conversation().key()).isEqualTo("discord/10/20");
    }

    @Test
    void theFilesOfAFolderAreReadAndACutOneIsReported() {
        MemorySource folder = MemorySource.folder(
                MemoryFile.of("x/a.json", quoted(CHANNEL + message("1", "Default", "a", "") + ",")),
                MemoryFile.of("x/b.json", quoted(CHANNEL + message("2", "Default", "b", "") + "]}")),
                MemoryFile.of("x/photo.png", "\u0089PNG"));

        Reading reading = Reading.of(format, folder);

        assertThat(reading.lines()).hasSize(2);
        assertThat(reading.refusals())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("x/a.json: the rest of the file cannot be read: not valid JSON");
        assertThat(reading.assumptions())
                .containsExactly(
                        "A file without messageCount at its end is complete.",
                        "Not discord, so not read: x/photo.png.");
    }

    @Test
    void faultyMessagesAreRefused() {
        Reading reading = read(CHANNEL + "{'id':'1'},{'id':'2','author':{'id':'7'},'timestamp':'yesterday'},"
                + message("3", "Default", "c", "") + END);

        assertThat(reading.lines()).hasSize(1);
        assertThat(reading.refusals())
                .containsExactly("message 1: no id", "message 2: the time is not in a known format");
    }

    private Reading read(String json) {
        return Reading.of(format, MemorySource.file("/x/tea.json", quoted(json)));
    }

    private static String message(String id, String type, String content, String more) {
        return "{'id':'" + id + "','type':'" + type + "','timestamp':'2026-01-31T12:00:00.18+07:00','content':'"
                + content + "','author':{'id':'7','name':'ada','nickname':'Ada','isBot':false}" + more + "}";
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
