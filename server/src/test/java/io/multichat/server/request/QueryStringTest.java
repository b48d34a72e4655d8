package io.multichat.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.testing.HelloServer;
import io.multichat.server.testing.RunningServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parameter is applied or refused, never ignored. */
class QueryStringTest {
    private static final String NO_SESSION = "/v1/sessions/01KDXV5M4G8Q2Z3XJ0V7T9WB5C";

    @RegisterExtension
    final HelloServer hello = new HelloServer();

    @ParameterizedTest
    @CsvSource({
        "participant, /v1/sessions?participant=ada",
        "stat, /v1/sessions?stat=open",
        "State, /v1/sessions?State=open",
        "a[], /v1/sessions?a%5B%5D=1",
        "q, /v1/sessions?q=hello",
        "limit, " + NO_SESSION + "?limit=1",
        "state, " + NO_SESSION + "/messages?state=open",
        "platforms, /v1/search?q=hello&platforms=slack",
        "now, /v1/accounting?now=1",
        "verbose, /livez?verbose",
        "verbose, /readyz?verbose",
    })
    void anUnknownParameterIsNamed(String parameter, String path) throws Exception {
        assertThat(refusal(path)).startsWith("unknown parameter \"" + parameter + "\"; this path takes ");
    }

    @ParameterizedTest
    @CsvSource({
        "state, /v1/sessions?state=open&state=closed",
        "state, /v1/sessions?state=open&state=open",
        "state, /v1/sessions?state=open&stat%65=open",
        "limit, /v1/sessions?limit=1&limit=",
        "cursor, " + NO_SESSION + "/messages?cursor=&limit=1&cursor=",
        "sender, /v1/search?q=hello&sender=a&sender=b",
    })
    void aRepeatedParameterIsNamed(String parameter, String path) throws Exception {
        assertThat(refusal(path)).isEqualTo(parameter + " is given more than once; give it once");
    }

    @ParameterizedTest
    @CsvSource({
        "conversation, /v1/sessions?conversation=%zz",
        "conversation, /v1/sessions?conversation=p0/room-1-0%",
        "conversation, /v1/sessions?conversation=p0/room-1-0%2",
        "conversation, /v1/sessions?conversation=%+1",
        "conversation, /v1/sessions?conversation=%C3",
        "conversation, /v1/sessions?conversation=%FF%FE",
        "conversation, /v1/sessions?conversation=%ED%A0%80",
        "platform, /v1/sessions?platform=%zz",
        // A byte that is no UTF-8, without an escape.
        "platform, /v1/sessions?platform=\u00ad",
        "channel, /v1/sessions?platform=slack&channel=%",
        "thread, /v1/sessions?platform=slack&channel=c&thread=%u0041",
        "state, /v1/sessions?state=%zz",
        "from, /v1/sessions?from=%",
        "to, /v1/sessions?to=%G0",
        "limit, /v1/sessions?limit=%zz",
        "cursor, /v1/sessions?cursor=%zz",
        "cursor, " + NO_SESSION + "/messages?cursor=%",
        "direction, " + NO_SESSION + "/messages?direction=%zz",
        "q, /v1/search?q=100%",
        "sender, /v1/search?q=hello&sender=%E0%80%80",
        "parameter name, /v1/sessions?%zz=open",
    })
    void aBrokenEscapeIsRefused(String parameter, String path) throws Exception {
        String answer = hello.get().raw("GET " + path + " HTTP/1.1\r\nHost: localhost");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"status\":400", parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "conversation, /v1/sessions?conversation=",
        "conversation, /v1/sessions?conversation",
        "platform, /v1/sessions?platform=",
        "thread, /v1/sessions?platform=slack&channel=general&thread=",
        "state, /v1/sessions?state=&limit=1",
        "limit, /v1/sessions?limit=",
        "from, /v1/sessions?from=",
        "direction, " + NO_SESSION + "/messages?direction=",
        "sender, /v1/search?q=hello&sender=",
    })
    void aFilterWithoutAValueIsRefused(String parameter, String path) throws Exception {
        assertThat(refusal(path)).isEqualTo(parameter + " is empty; give it a value or leave it out");
    }

    @ParameterizedTest
    @CsvSource({
        "conversation, /v1/sessions?conversation=irc/dev&platform=slack&channel=general",
    })
    void filtersThatWouldHideEachOtherAreRefused(String parameter, String path) throws Exception {
        assertThat(refusal(path)).contains(parameter);
    }

    @Test
    void validEscapesPlusSignsAndRawTextAreRead() throws Exception {
        String path = "/v1/search?&q=h%65llo&&sender=\u00c3\u00bc+%2B%25%F0%9F%98%80&";

        String answer = hello.get().raw("GET " + path + " HTTP/1.1\r\nHost: localhost");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"hits\":[]");
    }

    private String refusal(String path) throws Exception {
        HttpResponse<byte[]> response = hello.get().get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        return RunningServer.problem(response);
    }
}
