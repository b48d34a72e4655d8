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
 * Decides who may query the server. With a key, every client that sends it as {@code Authorization: Bearer <key>} or
 * {@code X-API-Key: <key>}. Without a key, every client on this machine: the server then listens on a loopback address only,
 * and answers only requests whose Host header names this machine.
 *
 * @param host the address to listen on
 * @param key the API key; empty: no key is needed
 */
public record Access(String host, Optional<String> key) {
    // The name of the scheme is written in any case (RFC 9110).
    private static final Pattern BEARER = Pattern.compile("bearer +(.*)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern HOST_HEADER = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(?::[0-9]*)?");

    /** @throws IllegalStateException when other machines can reach the server and there is no key */
    public Access {
        if (key.isEmpty() && !isLoopback(host)) {
            throw new IllegalStateException("http.host is " + host
                    + ", which other machines can reach; set http.api.key, or leave http.host at 127.0.0.1");
        }
    }

    /** @throws io.javalin.http.HttpResponseException when the request is not authorized */
    void require(Context context) {
        if (key.isEmpty()) {
            if (!hasOwnName(context)) {
                throw new ForbiddenResponse("the Host header must be 127.0.0.1, localhost, [::1] or http.host (" + host
                        + "); use one of these names, or set http.api.key");
            }
            return;
        }
        if (!hasKey(context)) {
            context.header("WWW-Authenticate", "Bearer");
            throw new UnauthorizedResponse("send the API key: Authorization: Bearer <key>, or X-API-Key: <key>");
        }
    }

    /** True if the request is authorized. */
    boolean permits(Context context) {
        return key.isEmpty() ? hasOwnName(context) : hasKey(context);
    }

    private boolean hasKey(Context context) {
        Matcher bearer = BEARER.matcher(
                Optional.ofNullable(context.header("Authorization")).orElse(""));
        String given = bearer.matches()
                ? bearer.group(1)
                : Optional.ofNullable(context.header("X-API-Key")).orElse("");
        // Compares in constant time, so that the key cannot be guessed character by character.
        return MessageDigest.isEqual(bytes(given), bytes(key.orElseThrow()));
    }

    /**
     * False for DNS rebinding: a malicious site can make its name resolve to 127.0.0.1, and a browser on this machine then lets
     * its scripts read every answer. Only the name in the Host header reveals the attack.
     */
    private boolean hasOwnName(Context context) {
        Matcher given = HOST_HEADER.matcher(
                Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT));
        String own = host.toLowerCase(Locale.ROOT);
        String bracketed = own.contains(":") ? "[" + own + "]" : own;
        return given.matches() && (LOOPBACK_NAMES.contains(given.group(1)) || bracketed.equals(given.group(1)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("http.host is " + host + ", which cannot be resolved", e);
        }
    }
}
