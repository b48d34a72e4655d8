package io.multichat.app.settings;

import io.multichat.app.settings.kind.OptionalKind;
import io.multichat.app.settings.kind.PatternKind;
import java.util.List;
import java.util.Optional;

/** The HTTP server. */
public final class ServerSettings {
    public static final Setting<String> HTTP_HOST = Setting.of(
            "http.host",
            "127.0.0.1",
            PatternKind.HOST,
            "Address on which the HTTP server listens. The default accepts connections from this host only.");

    public static final Setting<Optional<String>> HTTP_API_KEY = Setting.secret(
            "http.api.key",
            "",
            new OptionalKind<>(PatternKind.API_KEY),
            "API key that clients of the HTTP server must send. Required when http.host is not a loopback address. Commands that"
                    + " query the server send it too, and so do the instances of `multichat serve` that ask each other.");

    public static final Setting<Optional<String>> HTTP_ADVERTISED_URL = Setting.of(
            "http.advertised.url",
            "",
            new OptionalKind<>(PatternKind.ADDRESS),
            "Where other instances of `multichat serve` reach this one, for example `http://10.0.0.7:8080`. All instances have the"
                    + " same scheme and accept the same `http.api.key`. When empty, `http://` with http.host and the port; for an"
                    + " http.host that stands for all addresses, with the address of this machine.");

    static final List<Setting<?>> ALL = List.of(HTTP_HOST, HTTP_API_KEY, HTTP_ADVERTISED_URL);

    private ServerSettings() {}
}
