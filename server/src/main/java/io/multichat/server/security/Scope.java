package io.multichat.server.security;

import java.util.Arrays;
import java.util.Locale;

/** What a client may do with an API key. No scope includes another. */
public enum Scope {
    /** Reads sessions, messages, live events, accounting and metrics. */
    READ,
    /** Publishes events. */
    WRITE,
    /** Changes or deletes what is stored. */
    ADMIN;

    /**
     * Parses the name.
     *
     * @throws IllegalArgumentException if there is no such scope
     */
    public static Scope parse(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.toString().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("\"" + name + "\" is not a scope; use read, write or admin"));
    }

    /** The name in settings: lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
