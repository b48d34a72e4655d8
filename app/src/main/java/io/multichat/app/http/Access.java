package io.multichat.app.http;

import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who may ask. Without a key everybody who reaches the server, which then listens on the loopback address alone; with a key
 * whoever sends it, as {@code Authorization: Bearer <key>} or {@code X-API-Key: <key>}.
 *
 * @param host the address that the server listens on
 * @param key the API key
 */
public record Access(String host, Optional<String> key) {
    private static final String BEARER = "Bearer ";

    /** @throws IllegalStateException when others could reach the server and no key protects it */
    public Access {
        if (key.isEmpty() && !isLoopback(host)) {
            throw new IllegalStateException("http.host is " + host
                    + ", which others can reach: set http.api.key, or leave http.host at 127.0.0.1");
        }
    }

    void require(Context context) {
        if (key.isEmpty()) {
            return;
        }
        String authorization =
                Optional.ofNullable(context.header("Authorization")).orElse("");
        String given = authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : Optional.ofNullable(context.header("X-API-Key")).orElse("");
        // In constant time, so that a key cannot be guessed character by character.
        if (!MessageDigest.isEqual(bytes(given), bytes(key.get()))) {
            context.header("WWW-Authenticate", "Bearer");
            throw new UnauthorizedResponse("send the API key: Authorization: Bearer <key>, or X-API-Key: <key>");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("http.host is " + host + ", which is not an address of this machine", e);
        }
    }
}
