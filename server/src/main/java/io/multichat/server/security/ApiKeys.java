package io.multichat.server.security;

import io.multichat.events.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The API keys that the server accepts. Thread-safe. */
public final class ApiKeys {
    private final List<ApiKey> fixed;
    private final Optional<KeysFile> file;

    /**
     * @param fixed keys that do not change while the server runs
     * @param file further keys, which may change
     */
    public ApiKeys(List<ApiKey> fixed, Optional<KeysFile> file) {
        this.fixed = List.copyOf(fixed);
        this.file = file;
    }

    /** No keys: clients need none. */
    public static ApiKeys none() {
        return new ApiKeys(List.of(), Optional.empty());
    }

    /** True if clients must send a key. */
    public boolean areRequired() {
        return !fixed.isEmpty() || file.isPresent();
    }

    /** The key that a client sent; empty if there is none like it. Takes the same time whichever key it is. */
    public Optional<ApiKey> find(String sent) {
        byte[] hash = Sha256.start().digest(sent.getBytes(StandardCharsets.UTF_8));
        Optional<ApiKey> found = Optional.empty();
        for (ApiKey key : Stream.concat(fixed.stream(), file.stream().flatMap(more -> more.keys().stream()))
                .toList()) {
            if (MessageDigest.isEqual(hash, HexFormat.of().parseHex(key.sha256()))) {
                found = Optional.of(key);
            }
        }
        return found;
    }
}
