package io.multichat.app.command.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TranscriptTextTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final StringWriter printed = new StringWriter();
    private final TranscriptText text = text(Paint.NONE, ZoneOffset.UTC);

    @Test
    void daysTimesPaddedNamesRepliesEditsAndReactionsArePrinted() throws JsonProcessingException {
        text.message(
                message("m1", "2026-01-31T23:59:58.000Z", "'sender':{'id':'u1','name':'Ada'},'text':'Hi\\n\\tthere'"));
        text.message(message(
                "m2",
                "2026-02-01T00:00:01.000Z",
                "'sender':{'id':'u2','name':'Bartholomew'},'text':'yes','replyTo':'m1','editedAt':'2026-02-01T00:01:00Z'",
                ",'reactions':[{'emoji':'+1','count':3,'senders':[{'id':'u1','name':'Ada'},{'id':'u3'}]}]"));
        text.message(message("m3", "2026-02-01T00:00:02.000Z", "'sender':{'id':'u1'},'text':'?','replyTo':'gone'"));

        assertThat(printed.toString()).isEqualToNormalizingNewlines("""
                -- Saturday, 31 January 2026
                23:59:58  Ada       Hi
                                     there
                -- Sunday, 1 February 2026
                00:00:01  Bartholomew  > Ada: Hi there
                                       yes (edited)
                                       +1 3 Ada, u3, …
                00:00:02  u1           > (message gone)
                                       ?
                """);
    }

    @Test
    void whatIsLeftOfAnErasedMessageSaysSo() throws JsonProcessingException {
        text.message(
                message("m1", "2026-01-31T09:30:00.000Z", "'sender':{'id':'erased'},'attributes':{'erased':true}"));
        text.message(message("m2", "2026-01-31T09:31:00.000Z", "'sender':{'id':'u'},'text':'?','replyTo':'m1'"));

        text.message(message(
                "m3",
                "2026-01-31T09:32:00.000Z",
                "'sender':{'id':'erased'},'text':'I only say so','attributes':{'erased':true}"));

        assertThat(printed.toString()).contains("09:30:00  erased    (erased)", "> erased: (erased)", "I only say so");
    }

    @Test
    void timesAreThoseOfTheRequestedZone() throws JsonProcessingException {
        text(Paint.NONE, ZoneId.of("Asia/Kathmandu"))
                .message(message("m1", "2026-01-31T18:30:00.000Z", "'sender':{'id':'u'},'text':'x'"));

        assertThat(printed.toString()).contains("Sunday, 1 February 2026", "00:15:00  u");
    }

    @Test
    void partsAndRolesOtherThanUserAreShown() throws JsonProcessingException {
        text.message(
                message(
                        "m1",
                        "2026-01-31T09:30:00.000Z",
                        "'sender':{'id':'m','role':'assistant'},'parts':[{'type':'tool_call','name':'look'},{'type':'usage'}]"));

        assertThat(printed.toString()).contains("m [assistant]  [tool_call look] [usage]");
    }

    @Test
    void deletedMessagesHaveNoTextAndChangesByOthersAreNamed() throws JsonProcessingException {
        text.message(message(
                "m1",
                "2026-01-31T09:30:00.000Z",
                "'text':'secret','deletedBy':{'id':'mod1','role':'bot'}",
                ",'deleted':true"));
        text.message(message(
                "m2",
                "2026-01-31T09:31:00.000Z",
                "'sender':{'id':'ana','name':'Ana'},'text':'c','editedAt':'2026-01-31T09:31:00Z',"
                        + "'editedBy':{'id':'mod1','name':'Mod'}"));

        assertThat(printed.toString())
                .contains("(deleted by mod1 [bot])", "c (edited by Mod)")
                .doesNotContain("secret");
    }

    @Test
    void earlierVersionsArePrintedIfTheMessageHasThem() throws JsonProcessingException {
        text.message(
                message(
                        "m1",
                        "2026-01-31T09:30:00.000Z",
                        "'sender':{'id':'u'},'text':'new','editedAt':'2026-01-31T09:31:00Z'",
                        ",'revisions':[{'sentAt':'2026-01-31T09:30:00Z','text':'old'},{'editedAt':'2026-01-31T09:31:00Z','text':'new'}]"));

        assertThat(printed.toString()).contains("new (edited)", "was, 2026-01-31 09:30:00: old");
    }

    @Test
    void coloursAreForTerminalsAndNothingInAMessageReachesOneUnescaped() throws JsonProcessingException {
        JsonNode hostile = message(
                "m1",
                "2026-01-31T09:30:00.000Z",
                "'sender':{'id':'u','name':'\\u001b]0;x\\u0007\\nforged'},'text':'\\u009b31m\\u202e','replyTo':'\\u001b',"
                        + "'parts':[{'type':'\\u001b','name':'\\u0000'}]",
                ",'reactions':[{'emoji':'\\u001b','count':1,'senders':[{'id':'\\u009b'}]}]");
        text.message(hostile);
        String plain = printed.toString();
        text(new Paint(true), ZoneOffset.UTC).message(hostile);

        assertThat(plain.chars().filter(unit -> unit != '\n' && unit != '\r'))
                .noneMatch(unit -> Character.isISOControl(unit) || unit == 0x202E);
        assertThat(printed.toString().substring(plain.length()).replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(plain)
                .isNotEqualTo(printed.toString().substring(plain.length()));
    }

    @Test
    void theHeaderSummarizesTheSession() throws JsonProcessingException {
        text.head(JSON.readTree("""
                {"sessionId":"01KDXV5M4G8Q2Z3XJ0V7T9WB5C","conversation":{"platform":"irc","channel":"#ubuntu"},
                 "state":"closed","closedBy":"idle","startedAt":"2026-01-31T09:30:00.000Z",
                 "lastMessageAt":"2026-01-31T09:40:00.000Z","messages":3,"edits":1,"deletes":0,
                 "participants":{"count":1200,"approximate":true}}
                """));

        assertThat(printed.toString()).contains("irc #ubuntu", "closed (idle)", "3 by ~1200 people, 1 edits");
    }

    private TranscriptText text(Paint paint, ZoneId zone) {
        return new TranscriptText(new PrintWriter(printed), paint, new TimeText(zone));
    }

    private static JsonNode message(String id, String sentAt, String event, String... more)
            throws JsonProcessingException {
        return JSON.readTree(("{'messageId':'" + id + "','sentAt':'" + sentAt + "','event':{" + event + "}"
                        + String.join("", more) + "}")
                .replace('\'', '"'));
    }
}
