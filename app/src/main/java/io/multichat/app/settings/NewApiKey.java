package io.multichat.app.settings;

import io.multichat.server.security.ApiKey;
import io.multichat.server.security.Scope;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * An API key that was just made.
 *
 * @param key the key, for the client; 256 random bits
 * @param configuration what the server must know: name, scopes and hash
 */
public record NewApiKey(String key, String configuration) {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Makes a key.
     *
     * @param scopes {@code read}, {@code write} or {@code admin}
     * @throws IllegalArgumentException if the name or a scope is invalid
     */
    public static NewApiKey generate(String name, Collection<String> scopes) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        // Scanners for leaked secrets find keys by their beginning.
        String key = "multichat_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        ApiKey hashed = ApiKey.ofPlain(name, scopes.stream().map(Scope::parse).collect(Collectors.toSet()), key);
        return new NewApiKey(key, hashed.text());
    }

    /** Without the key, which is secret. */
    @Override
    public String toString() {
        return "NewApiKey[" + configuration + "]";
    }
}
