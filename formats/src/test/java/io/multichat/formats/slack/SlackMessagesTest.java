package io.multichat.formats.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of message becomes. */
class SlackMessagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'user':'U1'                                  | 2026-01-31T12:00:00.000Z U1: hi",
                "'user':'U1','subtype':'me_message'           | 2026-01-31T12:00:00.000Z U1: hi",
                "'bot_id':'B1','subtype':'bot_message'        | 2026-01-31T12:00:00.000Z B1 (bot): hi",
                "'username':'CI','subtype':'bot_message'      | 2026-01-31T12:00:00.000Z CI (bot): hi",
                "'username':'CI','subtype':'bot_message','bot_id':null,'user':null | 2026-01-31T12:00:00.000Z CI (bot): hi",
                "'user':'U1','bot_id':'B1'                    | 2026-01-31T12:00:00.000Z U1 (bot): hi",
                "'subtype':'file_comment','comment':{'user':'U1'} | 2026-01-31T12:00:00.000Z U1: hi",
                "'user':'U1','subtype':'channel_join'         | participant.joined 2026-01-31T12:00:00.000Z U1: hi",
                "'user':'U1','subtype':'channel_leave'        | participant.left 2026-01-31T12:00:00.000Z U1: hi",
                "'user':'U1','subtype':'channel_topic'        | 2026-01-31T12:00:00.000Z U1 (system): hi"
            })
    void theSubtypeDecides(String fields, String expected) {
        assertThat(read(fields + ",'text':'hi'").lines()).containsExactly(expected);
    }

    @Test
    void aDeletedRootIsCreatedAndDeleted() {
        Reading reading =
                read("'user':'USLACKBOT','subtype':'tombstone','hidden':true,'text':'This message was deleted.'");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T12:00:00.000Z USLACKBOT (system): This message was deleted.",
                        "message.deleted 2026-01-31T12:00:00.000Z USLACKBOT (system): ");
    }

    @Test
    void anEditIsAnEventWithTheTimeOfTheEdit() {
        Reading reading = read("'user':'U1','text':'new','edited':{'user':'U1','ts':'1769860860.000000'}");

        assertThat(reading.lines())
                .containsExactly("2026-01-31T12:00:00.000Z U1: new", "message.edited 2026-01-31T12:01:00.000Z U1: new");
        assertThat(reading.events().get(1).eventId()).hasValue("message.edited:1769860800.000100:1769860860000");
    }

    @Test
    void eachUserOfAReactionIsAnEvent() {
        Reading reading = read("'user':'U1','text':'hi','reactions':[{'name':'tea','users':['U2','U3'],'count':2}]");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T12:00:00.000Z U1: hi",
                        "reaction.added 2026-01-31T12:00:00.000Z U2: ",
                        "reaction.added 2026-01-31T12:00:00.000Z U3: ");
        assertThat(reading.events().get(1).content().emoji()).hasValue("tea");
        assertThat(reading.events()).extracting(ChatEvent::eventId).doesNotHaveDuplicates();
    }

    @Test
    void blocksAreTheTextWhenThereIsNone() {
        String blocks =
                "[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'user','user_id':'U2'},"
                        + "{'type':'text','text':' see '},{'type':'link','url':'http://a','text':'a'},{'type':'emoji','name':'tea'}]},"
                        + "{'type':'rich_text_list','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'one'}]},"
                        + "{'type':'rich_text_section','elements':[{'type':'text','text':'two'}]}]}]},"
                        + "{'type':'section','text':{'type':'mrkdwn','text':'*bold*'}},"
                        + "{'type':'table','rows':[[{'type':'raw_text','text':'x'},{'type':'raw_text','text':'y'}]]}]";

        Reading reading = read("'user':'U1','text':'','blocks':" + blocks);

        assertThat(reading.events().get(0).content().text())
                .hasValue("<@U2> see <http://a|a>:tea:\none\ntwo\n*bold*\nx y");
    }

    @Test
    void filesArePartsAndTheRestIsInAttributes() {
        Reading reading =
                read("'user':'U1','text':'','files':[{'id':'F1','name':'a.png','mimetype':'image/png','size':5}],"
                        + "'client_msg_id':'x','blocks':null,'attachments':[]");

        assertThat(reading.events().get(0).content().parts().orElseThrow().toString())
                .isEqualTo("[{'type':'attachment','id':'F1','name':'a.png','mediaType':'image/png','size':5}]"
                        .replace('\'', '"'));
        assertThat(reading.events()
                        .get(0)
                        .content()
                        .attributes()
                        .orElseThrow()
                        .path("slack")
                        .fieldNames())
                .toIterable()
                .containsExactly("client_msg_id", "files");
    }

    @Test
    void faultyMessagesAreRefused() {
        String day =
                "[{'type':'message','user':'U1','text':'a'},{'ts':'1769860800.000100','text':'a'},{'ts':'x','user':'U1'},7]";

        assertThat(Reading.of(new SlackFormat(), MemorySource.file("/x/tea.json", day.replace('\'', '"')))
                        .refusals())
                .containsExactly(
                        "message 1: no ts",
                        "message 2: no user, bot_id or comment.user",
                        "message 3: ts is not a time in seconds",
                        "message 4: no ts");
    }

    private static Reading read(String fields) {
        String day = "[{'type':'message','ts':'1769860800.000100'," + fields + "}]";
        return Reading.of(new SlackFormat(), MemorySource.file("/x/tea.json", day.replace('\'', '"')));
    }
}
