package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.server.testing.HelloServer;
import io.multichat.server.testing.RunningServer;
import io.multichat.server.testing.StoredChat;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid requests, and lists, which have the most parameters. */
class BadRequestTest {
    @RegisterExtension
    final HelloServer hello = new HelloServer();

    @ParameterizedTest
    @CsvSource({
        "id, /v1/sessions/nonsense",
        "id, /v1/sessions/%F0%9F%98%80'/messages",
        "cursor, /v1/sessions/01KDXV5M4G8Q2Z3XJ0V7T9WB5C/messages?cursor=%21",
        "limit, /v1/sessions/01KDXV5M4G8Q2Z3XJ0V7T9WB5C/messages?limit=0",
        "limit, /v1/sessions/01KDXV5M4G8Q2Z3XJ0V7T9WB5C/messages?limit=1001",
        "limit, /v1/sessions/01KDXV5M4G8Q2Z3XJ0V7T9WB5C/messages?limit=99999999999",
        "direction, /v1/sessions/01KDXV5M4G8Q2Z3XJ0V7T9WB5C/messages?direction=up",
        "cursor, /v1/sessions?cursor=next",
        "limit, /v1/sessions?limit=many",
        "limit, /v1/sessions?limit=%D9%A3",
        "cursor, /v1/sessions?cursor=%D9%A3-01KDXV5M4G8Q2Z3XJ0V7T9WB5C",
        "cursor, /v1/search?q=tea&cursor=0.%D9%A3",
        "id, /v1/sessions/0%D9%A3KDXV5M4G8Q2Z3XJ0V7T9WB5",
        "from, /v1/sessions?from=yesterday",
        "from, /v1/sessions?from=202%D9%A3-01-31T09:30:00Z",
        "to, /v1/sessions?to=2026-13-01T00:00:00Z",
        "state, /v1/sessions?state=asleep",
        "thread, /v1/sessions?thread=t",
        "channel, /v1/sessions?channel=c",
        "conversation, /v1/sessions?conversation=%2525",
        "platform, /v1/sessions?conversation=slack/general&platform=irc",
        "platform, /v1/conversations/messages?conversation=slack/general&platform=irc",
        "platform, /v1/conversations/context?conversation=slack/general&platform=irc",
        "platform, /v1/search?q=hello&conversation=slack/general&platform=irc",
    })
    void aBadParameterIsNamed(String parameter, String path) throws Exception {
        HttpResponse<byte[]> response = hello.get().get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(RunningServer.problem(response)).contains(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/v2", "/v1/nothing", "/v1/sessions/a/b/c"})
    void anUnknownPathIsAProblemDocument(String path) throws Exception {
        HttpResponse<byte[]> response = hello.get().get(path, "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(RunningServer.problem(response)).isNotEmpty();
    }

    @Test
    void aListIsFilteredByItsParameters() throws Exception {
        JsonNode within = RunningServer.json(hello.get()
                .get("/v1/sessions?platform=slack&channel=general&state=open&from=2026-01-31T09:00:00Z&limit=1"));
        JsonNode later = RunningServer.json(hello.get().get("/v1/sessions?from=2026-01-31T09:00:01Z"));

        assertThat(within.path("sessions")).hasSize(1);
        assertThat(within.path("sessions").path(0).path("sessionId").asText()).isEqualTo(StoredChat.ID.toString());
        assertThat(within.path("nextCursor").isNull()).isTrue();
        assertThat(later.path("sessions")).isEmpty();
    }
}
