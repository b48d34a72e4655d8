package io.multichat.server.testing;

import io.multichat.server.http.Access;
import io.multichat.server.security.ApiKey;
import io.multichat.server.security.ApiKeys;
import io.multichat.server.security.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Servers on this machine that require API keys. */
public final class ServerKeys {
    private ServerKeys() {}

    /** A server that accepts one key, with all scopes. */
    public static Access one(String key) {
        return new Access("127.0.0.1", allScopes(key));
    }

    /** One key with all scopes. */
    public static ApiKeys allScopes(String key) {
        return new ApiKeys(List.of(ApiKey.ofPlain("all", EnumSet.allOf(Scope.class), key)), Optional.empty());
    }

    /** A server that accepts a key for each scope, which is the name of the scope. */
    public static Access onePerScope() {
        return new Access(
                "127.0.0.1",
                new ApiKeys(
                        List.of(Scope.values()).stream()
                                .map(scope -> ApiKey.ofPlain("only-" + scope, Set.of(scope), scope.toString()))
                                .toList(),
                        Optional.empty()));
    }
}
