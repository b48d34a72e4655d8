package io.multichat.formats.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.FileHead;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramFormatTest {
    private static final String CHAT = "{'name':'Tea','type':'private_group','id':5,'messages':[";

    private final TelegramFormat format = new TelegramFormat();

    @Test
    void messagesHaveTheIdsOfTheirChatAndTimesInSeconds() {
        Reading reading = read(CHAT
                + message(
                        ",'date':'2026-01-31T09:00:00','date_unixtime':'1769860800','text':['see ',{'type':'link','text':'http://a'}]")
                + "]}");

        assertThat(reading.lines()).containsExactly("2026-01-31T12:00:00.000Z user7: see http://a");
        assertThat(reading.events().get(0).conversation().key()).isEqualTo("telegram/5");
        assertThat(reading.events().get(0).messageId()).hasValue("1");
        assertThat(reading.events().get(0).sender().orElseThrow().name()).hasValue("Ada");
        assertThat(reading.assumptions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00, 2026-01-31T12:00:00.000Z, 1",
        "2026-01-31T12:00:00.248Z, 2026-01-31T12:00:00.248Z, 0"
    })
    void oldFilesHaveOnlyLocalTimes(String date, String time, int assumptions) {
        Reading reading = read(CHAT + message(",'date':'" + date + "','text':'hi'") + "]}");

        assertThat(reading.lines()).containsExactly(time + " user7: hi");
        assertThat(reading.assumptions()).hasSize(assumptions);
    }

    @Test
    void allChatsOfAnAccountAreRead() {
        String second = CHAT.replace("'name':'Tea'", "'name':null").replace("'id':5", "'id':6");
        String account = "{'about':'a','personal_information':{'user_id':7},'chats':{'about':'b','list':["
                + CHAT + message(",'date_unixtime':'1769860800','text':'a'") + "]}," + second
                + message(",'date_unixtime':'1769860801','text':'b'") + "]}]},'left_chats':{'list':["
                + CHAT.replace("'id':5", "'id':8") + message(",'date_unixtime':'1769860802','text':'c'") + "]}]}}";

        Reading reading = read(account);

        assertThat(reading.events())
                .extracting(event -> event.conversation().key())
                .containsExactly("telegram/5", "telegram/6", "telegram/8");
        assertThat(recognized(account)).isTrue();
    }

    @Test
    void serviceMessagesAreSystemLinesOrPresence() {
        String begin =
                "{'id':1,'type':'service','date_unixtime':'1769860800','actor':'Ada','actor_id':'user7','action':'";
        Reading reading = read(CHAT + begin + "phone_call','duration_seconds':56,'text':''}," + begin
                + "join_group_by_link','inviter':'Bob','text':''}," + begin
                + "remove_members','members':['Ada'],'text':''},"
                + begin + "remove_members','members':['Bob'],'text':''}]}");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T12:00:00.000Z user7 (system): phone call",
                        "participant.joined 2026-01-31T12:00:00.000Z user7: join group by link",
                        "participant.left 2026-01-31T12:00:00.000Z user7: remove members",
                        "2026-01-31T12:00:00.000Z user7 (system): remove members");
        assertThat(reading.events().get(0).content().attributes().orElseThrow().toString())
                .isEqualTo("{\"telegram\":{\"action\":\"phone_call\",\"duration_seconds\":56}}");
    }

    @Test
    void editsRepliesReactionsAndFilesAreKept() {
        Reading reading = read(CHAT
                + message(
                        ",'date_unixtime':'1769860800','edited_unixtime':'1769860860','reply_to_message_id':3,"
                                + "'photo':'(File not included.)','file':'files/a.txt','mime_type':'text/plain','text':'new','reactions':"
                                + "[{'type':'emoji','count':2,'emoji':'T','recent':[{'from':'Bob','from_id':'user8','date':'x'}]}]")
                + "]}");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T12:00:00.000Z user7: new",
                        "message.edited 2026-01-31T12:01:00.000Z user7: new",
                        "reaction.added 2026-01-31T12:00:00.000Z user8: ");
        assertThat(reading.events().get(0).content().replyTo()).hasValue("3");
        assertThat(reading.events().get(0).content().parts().orElseThrow().toString())
                .isEqualTo("[{\"type\":\"attachment\",\"mediaType\":\"text/plain\"},"
                        + "{\"type\":\"attachment\",\"name\":\"files/a.txt\",\"mediaType\":\"text/plain\"}]");
    }

    @Test
    void aMinimalChatIsIdentifiedByItsFileAndNames() {
        String chat = "{'messages':[{'type':'message','date_unixtime':'1769860800','from':'Ada','text':'a'},"
                + "{'type':'message','date_unixtime':'1769860800','from':'Ada','text':'a'}]}";

        Reading reading = read(chat);

        assertThat(reading.events().get(0).conversation().key()).isEqualTo("telegram/result");
        assertThat(reading.events())
                .extracting(event -> event.messageId().orElseThrow())
                .doesNotHaveDuplicates();
        assertThat(reading.assumptions()).hasSize(1);
        assertThat(recognized(chat)).isTrue();
    }

    @Test
    void faultyMessagesAreRefused() {
        Reading reading = read(CHAT + "{'id':1,'type':'message','from':'Ada','text':'a'},"
                + "{'id':2,'type':'message','date_unixtime':'soon','from':'Ada','text':'a'},"
                + "{'id':3,'type':'message','date_unixtime':'1769860800','from':null,'text':'a'}]}");

        assertThat(reading.refusals())
                .containsExactly(
                        "message 1: no date", "message 2: date is not a time", "message 3: neither from nor from_id");
    }

    private Reading read(String json) {
        return Reading.of(format, MemorySource.file("/x/result.json", json.replace('\'', '"')));
    }

    private boolean recognized(String json) {
        return format.recognizes(FileHead.of("a", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static String message(String fields) {
        return "{'id':1,'type':'message','from':'Ada','from_id':'user7'" + fields + "}";
    }
}
