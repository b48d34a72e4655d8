package io.multichat.server.security;

import io.multichat.events.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An API key as the server knows it: its hash, not the key itself.
 *
 * @param name identifies the client in the access log: 1 to 64 letters, digits, dots, underscores or hyphens
 * @param scopes what the key permits; not empty
 * @param sha256 SHA-256 of the key, 64 lower-case hex digits
 */
public record ApiKey(String name, Set<Scope> scopes, String sha256) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TEXT = Pattern.compile("([^:]*):([^:]*):([0-9a-fA-F]{64})");

    /** @throws IllegalArgumentException if the name is invalid or no scope is given */
    public ApiKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name
                    + "\" is not the name of a key; use 1 to 64 letters, digits, dots, underscores or hyphens");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("the key has no scope; use read, write or admin");
        }
        scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    }

    /** A key in plain text. */
    public static ApiKey ofPlain(String name, Set<Scope> scopes, String key) {
        return new ApiKey(name, scopes, Sha256.ofBytes(key.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Parses {@code <name>:<scopes>:<SHA-256 in hex>}, with scopes separated by {@code +}: {@code reports:read+write:9f86…}.
     *
     * @throws IllegalArgumentException if the text is not a key; its message does not contain the hash
     */
    public static ApiKey parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not of the form name:scopes:sha256, such as reports:read+write:"
                    + "<64 hex digits>; make one with `multichat key`");
        }
        Set<Scope> scopes = Arrays.stream(parts.group(2).split("\\+", -1))
                .map(Scope::parse)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        return new ApiKey(parts.group(1), scopes, parts.group(3).toLowerCase(Locale.ROOT));
    }

    /** The key in the form that {@link #parse} reads. */
    public String text() {
        return name + ":" + scopes.stream().map(Scope::toString).collect(Collectors.joining("+")) + ":" + sha256;
    }

    /** The name and scopes; the hash of a weak key would help to guess it. */
    @Override
    public String toString() {
        return name + scopes;
    }
}
