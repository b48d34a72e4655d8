package io.multichat.server.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may ask. Without a key everybody on this machine: the server then listens on the loopback address alone, and answers
 * only to a name of this machine; with a key whoever sends it, as {@code Authorization: Bearer <key>} or
 * {@code X-API-Key: <key>}.
 *
 * @param host the address that the server listens on
 * @param key the API key
 */
public record Access(String host, Optional<String> key) {
    private static final String BEARER = "Bearer ";
    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern HOST_HEADER = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(?::[0-9]*)?");

    /** @throws IllegalStateException when others could reach the server and no key protects it */
    public Access {
        if (key.isEmpty() && !isLoopback(host)) {
            throw new IllegalStateException("http.host is " + host
                    + ", which others can reach: set http.api.key, or leave http.host at 127.0.0.1");
        }
    }

    /** @throws io.javalin.http.HttpResponseException when the request may not be answered */
    void require(Context context) {
        if (key.isEmpty()) {
            requireOwnName(context);
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

    /**
     * Refuses the pages of strangers: a name of theirs may be made to lead to 127.0.0.1 (DNS rebinding), and the browser of
     * this machine then lets their scripts read every answer. Only the name gives them away.
     */
    private void requireOwnName(Context context) {
        Matcher given = HOST_HEADER.matcher(
                Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT));
        String own = host.toLowerCase(Locale.ROOT);
        String bracketed = own.contains(":") ? "[" + own + "]" : own;
        if (given.matches() && (LOOPBACK_NAMES.contains(given.group(1)) || bracketed.equals(given.group(1)))) {
            return;
        }
        throw new ForbiddenResponse("the Host header is none of 127.0.0.1, localhost, [::1] and http.host (" + host
                + "): ask by one of these names, or set http.api.key");
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
