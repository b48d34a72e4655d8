package io.multichat.app.command.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TranscriptTextTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final StringWriter printed = new StringWriter();
    private final TranscriptText text = new TranscriptText(new PrintWriter(printed));

    @Test
    void aMessageIsPrintedWithTimeSenderAndText() throws JsonProcessingException {
        text.message(message("false", "{'sender':{'id':'u1','name':'Ada'},'text':'Hi\\nthere'}"));

        assertThat(printed.toString()).isEqualToNormalizingNewlines("2026-01-31T09:30:00Z  Ada: Hi\n    there\n");
    }

    @Test
    void partsAndRolesOtherThanUserAreShown() throws JsonProcessingException {
        text.message(
                message(
                        "false",
                        "{'sender':{'id':'m','role':'assistant'},'parts':[{'type':'tool_call','name':'look'},{'type':'usage'}]}"));

        assertThat(printed.toString()).contains("m [assistant]: [tool_call look] [usage]");
    }

    @Test
    void aDeletedMessageIsPrintedWithoutText() throws JsonProcessingException {
        text.message(message("true", "{'text':'secret'}"));

        assertThat(printed.toString()).contains("(deleted)").doesNotContain("secret");
    }

    @Test
    void anEditIsMarkedAndKeepsItsAuthor() throws JsonProcessingException {
        text.message(message("false", "{'sender':{'id':'ana'},'text':'b','editedAt':'2026-01-31T09:31:00Z'}"));
        text.message(message(
                "false",
                "{'sender':{'id':'ana','name':'Ana'},'text':'c','editedAt':'2026-01-31T09:31:00Z',"
                        + "'editedBy':{'id':'mod1','name':'Mod'}}"));
        text.message(message("true", "{'sender':{'id':'ben'},'deletedBy':{'id':'mod1','role':'bot'}}"));

        assertThat(printed.toString().lines().map(line -> line.substring(line.indexOf("  ") + 2)))
                .containsExactly("ana: b (edited)", "Ana: c (edited by Mod)", "ben: (deleted by mod1 [bot])");
    }

    @Test
    void controlCharactersInMessagesDoNotReachTheTerminal() throws JsonProcessingException {
        text.message(message(
                "false",
                "{'sender':{'id':'u','name':'\\u001b]0;x\\u0007\\nforged'},'text':'\\u009b31m\\u202e',"
                        + "'parts':[{'type':'\\u001b','name':'\\u0000'}]}"));

        assertThat(printed.toString().strip().chars())
                .noneMatch(unit -> Character.isISOControl(unit) || unit == 0x202E);
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

    private static JsonNode message(String deleted, String event) throws JsonProcessingException {
        return JSON.readTree(("{'sentAt':'2026-01-31T09:30:00.000Z','order':1,'messageId':'m1','deleted':" + deleted
                        + ",'event':" + event + "}")
                .replace('\'', '"'));
    }
}
