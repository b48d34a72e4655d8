package io.multichat.app.settings;

import io.multichat.app.settings.kind.ApiKeyKind;
import io.multichat.app.settings.kind.PatternKind;
import java.util.List;
import java.util.Optional;

/** The HTTP server. */
public final class ServerSettings {
    public static final Setting<String> HTTP_HOST = Setting.of(
            "http.host",
            "127.0.0.1",
            PatternKind.HOST,
            "The address that the HTTP server listens on; only this host by default.");

    public static final Setting<Optional<String>> HTTP_API_KEY = Setting.secret(
            "http.api.key",
            "",
            new ApiKeyKind(),
            "What clients of the HTTP server must send; needed when http.host is not a loopback address. Commands send it too.");

    static final List<Setting<?>> ALL = List.of(HTTP_HOST, HTTP_API_KEY);

    private ServerSettings() {}
}
