package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.testing.HelloServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers of every answer, and answers to requests that do not reach a route. */
class HardeningTest {
    private static final String HOST = " HTTP/1.1\r\nHost: localhost";

    @RegisterExtension
    final HelloServer hello = new HelloServer();

    static String[] refused() {
        return new String[] {
            "400 GARBAGE",
            "505 GET /v1/sessions HTTP/9.9\r\nHost: localhost",
            "400 GET /v1/sessions HTTP/1.1",
            "400 GET /v1/sessions HTTP/1.1\r\nHost: a b c",
            "400 GET /v1/sessions HTTP/1.1\r\nHost: localhost:port",
            "400 GET /v1/sessions/%zz" + HOST,
            "400 GET /v1/sessions/%" + HOST,
            "400 GET /v1/sessions/%FF/messages" + HOST,
            "400 GET /v1/sessions/a%2Fb" + HOST,
            "400 GET /v1/sessions/%00" + HOST,
            "403 GET /v1/sessions HTTP/1.1\r\nHost: evil.example",
            "404 GET /nothing" + HOST,
            "404 GET /v1/nothing" + HOST + "\r\nAccept: text/html",
            "404 POST /v1/nothing" + HOST + "\r\nContent-Length: 0",
            "405 POST /v1/sessions" + HOST + "\r\nContent-Length: 0",
            "405 DELETE /v1/sessions" + HOST,
            "405 PUT /livez" + HOST + "\r\nContent-Length: 0",
            "405 PATCH /readyz" + HOST + "\r\nContent-Length: 0",
            "405 OPTIONS /v1/search" + HOST,
            "405 TRACE /v1/accounting" + HOST,
            "405 BREW /v1/sessions" + HOST,
            "414 GET /v1/sessions?conversation=" + "a".repeat(20_000) + HOST,
            "431 GET /v1/sessions" + HOST + "\r\nX-Large: " + "a".repeat(20_000),
        };
    }

    @ParameterizedTest
    @MethodSource
    void refused(String statusAndRequest) throws Exception {
        String status = statusAndRequest.substring(0, 3);

        String answer = hello.get().raw(statusAndRequest.substring(4));

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"status\":" + status)
                .doesNotContain("<html", "Jetty");
        assertHasSecurityHeaders(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/v1/sessions", "/v1/search?q=hello", "/v1/accounting"})
    void everyAnswerHasSecurityHeaders(String path) throws Exception {
        assertHasSecurityHeaders(hello.get().raw("GET " + path + HOST));
    }

    @Test
    void anUnexpectedMethodIsToldTheAllowedOnes() throws Exception {
        assertThat(hello.get().raw("POST /v1/sessions" + HOST + "\r\nContent-Length: 0"))
                .containsIgnoringCase("\r\nallow: GET, HEAD\r\n");
        assertThat(hello.get().raw("GET /v1/events" + HOST)).containsIgnoringCase("\r\nallow: POST\r\n");
    }

    @Test
    void headIsAnsweredWithoutABody() throws Exception {
        assertThat(hello.get().raw("HEAD /v1/sessions" + HOST))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n\r\n");
        assertThat(hello.get().raw("HEAD /readyz" + HOST)).startsWith("HTTP/1.1 503 ");
        assertThat(hello.get().raw("HEAD /v1/sessions/unknown" + HOST)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aConnectionThatIsClosedAfterAMalformedRequestSaysSo() throws Exception {
        assertThat(hello.get().raw("GET /v1/sessions/%zz" + HOST))
                .containsIgnoringCase("\r\nconnection: close\r\n")
                .contains("the request line or a header is malformed");
    }

    private static void assertHasSecurityHeaders(String answer) {
        for (String header : new String[] {
            "x-content-type-options: nosniff",
            "cache-control: no-store",
            "referrer-policy: no-referrer",
            "content-security-policy: default-src 'none'; frame-ancestors 'none'"
        }) {
            assertThat(answer).containsOnlyOnce(header.substring(header.indexOf(':')));
            assertThat(answer).containsIgnoringCase("\r\n" + header + "\r\n");
        }
    }
}
