package io.multichat.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.testing.HelloServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page, as a browser loads them. */
class PageResourceTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"#]+)\"|from '([^']+)'");

    @RegisterExtension
    final HelloServer hello = new HelloServer();

    @Test
    void thePageAndAllThatItLoadsAreServed() throws Exception {
        Deque<String> waiting = new ArrayDeque<>(Set.of("/"));
        Set<String> loaded = new HashSet<>();
        while (!waiting.isEmpty()) {
            String path = waiting.pop();
            HttpResponse<byte[]> response = hello.get().get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            for (MatchResult found : REFERENCE.matcher(text(response)).results().toList()) {
                String name = found.group(1) == null ? found.group(2) : found.group(1);
                String target = URI.create(path).resolve(name).getPath();
                if (loaded.add(target)) {
                    waiting.push(target);
                }
            }
        }
        assertThat(loaded).contains("/page/app.js", "/page/transcript/window.js", "/page/styles/transcript.css");
    }

    @Test
    void theDocumentAllowsNothingButItsOwnFiles() throws Exception {
        HttpResponse<byte[]> response = hello.get().get("/");

        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "trusted-types 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(text(response)).doesNotContain("<style", "style=", "onclick", "http://", "https://");
    }

    @Test
    void aBrowserAsksWhetherAFileHasChanged() throws Exception {
        HttpResponse<byte[]> first = hello.get().get("/page/app.js");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> second = hello.get().get("/page/app.js", "If-None-Match", tag);

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/missing.js",
                "/page/styles/missing.css",
                "/page/PageFiles.class",
                "/page/..%2fapp.js",
                "/page/views/%2e%2e"
            })
    void nothingElseIsServed(String path) throws Exception {
        assertThat(hello.get().raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1"))
                .doesNotContain("200 OK");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
