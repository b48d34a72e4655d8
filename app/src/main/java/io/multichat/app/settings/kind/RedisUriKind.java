package io.multichat.app.settings.kind;

import java.net.URI;
import java.util.Optional;

/** The address of a Redis, or nothing, which means that there is none. */
public record RedisUriKind() implements ValueKind<Optional<URI>> {
    @Override
    public Optional<URI> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI uri = URI.create(text);
        boolean redis = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
        if (!redis || uri.getHost() == null) {
            throw new IllegalArgumentException("another scheme, or no host");
        }
        return Optional.of(uri);
    }

    @Override
    public String rule() {
        return "redis://[user:password@]host[:port][/database], rediss://… for TLS, or empty";
    }
}
