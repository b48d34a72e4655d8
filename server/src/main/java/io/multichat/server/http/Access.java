package io.multichat.server.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import io.multichat.server.security.ApiKey;
import io.multichat.server.security.ApiKeys;
import io.multichat.server.security.Scope;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/**
 * Decides who may query the server. With keys, every client that sends one as {@code Authorization: Bearer <key>} or
 * {@code X-API-Key: <key>}, within the scopes of that key. Without keys, every client on this machine: the server then listens on a
 * loopback address only, and answers only requests whose Host header names this machine.
 *
 * @param host the address to listen on
 * @param keys the API keys
 */
public record Access(String host, ApiKeys keys) {
    // The name of the scheme is written in any case (RFC 9110).
    private static final Pattern BEARER = Pattern.compile("bearer +(.*)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern HOST_HEADER = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(?::[0-9]*)?");
    private static final String KEY = Access.class.getName();

    /** @throws IllegalStateException when other machines can reach the server and there is no key */
    public Access {
        if (!keys.areRequired() && !isLoopback(host)) {
            throw new IllegalStateException(
                    "http.host is " + host + ", which other machines can reach; set http.api.keys,"
                            + " http.api.keys.file or http.api.key, or leave http.host at 127.0.0.1");
        }
    }

    /**
     * Requires a valid key, or without keys a Host header that names this machine.
     *
     * @throws io.javalin.http.HttpResponseException when the request is not authorized
     */
    void require(Context context) {
        if (!keys.areRequired()) {
            if (!hasOwnName(context)) {
                throw new ForbiddenResponse("the Host header must be 127.0.0.1, localhost, [::1] or http.host (" + host
                        + "); use one of these names, or set http.api.key");
            }
            return;
        }
        String sent = sent(context::header);
        ApiKey key = keys.find(sent).orElseThrow(() -> {
            context.header("WWW-Authenticate", sent.isEmpty() ? "Bearer" : "Bearer error=\"invalid_token\"");
            return new UnauthorizedResponse("send an API key: Authorization: Bearer <key>, or X-API-Key: <key>");
        });
        context.attribute(KEY, key);
        FinishedRequest.noteKey(context, key.name());
    }

    /**
     * Requires a request that is authorized for this scope.
     *
     * @throws io.javalin.http.HttpResponseException when it is not
     */
    void require(Context context, Scope scope) {
        if (key(context).isEmpty()) {
            require(context);
        }
        key(context).filter(key -> !key.scopes().contains(scope)).ifPresent(key -> {
            context.header("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
            throw new ForbiddenResponse("the API key " + key.name() + " does not have the scope " + scope + ", which "
                    + context.method() + " " + context.path() + " needs; send a key that has it");
        });
    }

    /** What an authorized request may do. */
    Set<Scope> scopes(Context context) {
        return key(context).map(ApiKey::scopes).orElseGet(() -> EnumSet.allOf(Scope.class));
    }

    /**
     * Whether the request may read, at each moment while it is answered: its key may be withdrawn, or lose the scope. May be used after the
     * request has ended.
     */
    BooleanSupplier reading(Context context) {
        if (!keys.areRequired()) {
            boolean hasOwnName = hasOwnName(context);
            return () -> hasOwnName;
        }
        String sent = sent(context::header);
        return () ->
                keys.find(sent).filter(key -> key.scopes().contains(Scope.READ)).isPresent();
    }

    /** True if the request may send a body that is read. */
    boolean permitsWriting(HttpFields headers) {
        return !keys.areRequired()
                || keys.find(sent(headers::get))
                        .filter(key -> key.scopes().contains(Scope.WRITE))
                        .isPresent();
    }

    /** The key that {@link #require(Context)} has accepted; empty if it has not accepted any. */
    private static Optional<ApiKey> key(Context context) {
        return Optional.ofNullable(context.attribute(KEY));
    }

    /** @param header the value of a header by its name; null if the request does not have it */
    private static String sent(UnaryOperator<String> header) {
        Matcher bearer = BEARER.matcher(
                Optional.ofNullable(header.apply("Authorization")).orElse(""));
        return bearer.matches()
                ? bearer.group(1)
                : Optional.ofNullable(header.apply("X-API-Key")).orElse("");
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

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("http.host is " + host + ", which cannot be resolved", e);
        }
    }
}
