package io.multichat.app.settings.kind;

import io.multichat.server.security.ApiKey;
import java.util.Arrays;
import java.util.List;

/** API keys, each with its name, scopes and hash: {@code reports:read:9f86…,bot:read+write:60303…}. */
public record ApiKeysKind() implements ValueKind<List<ApiKey>> {
    @Override
    public List<ApiKey> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(key -> ApiKey.parse(key.strip()))
                        .toList();
    }

    @Override
    public String rule() {
        return "empty, or a comma-separated list of name:scopes:sha256, where scopes are read, write and admin, joined by +";
    }
}
