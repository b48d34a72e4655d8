package io.multichat.server.http;

import org.eclipse.jetty.http.HttpFields;

/** Headers of every answer, errors included. Answers are data about people: not to be cached, guessed at or shown in a frame. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    static void addTo(HttpFields.Mutable headers) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Cache-Control", "no-store");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
}
