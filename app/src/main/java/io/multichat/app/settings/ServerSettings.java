package io.multichat.app.settings;

import io.multichat.app.settings.kind.ApiKeysKind;
import io.multichat.app.settings.kind.OptionalKind;
import io.multichat.app.settings.kind.PathKind;
import io.multichat.app.settings.kind.PatternKind;
import io.multichat.app.settings.kind.SwitchKind;
import io.multichat.server.security.ApiKey;
import io.multichat.server.security.ApiKeys;
import io.multichat.server.security.CertificateFiles;
import io.multichat.server.security.KeysFile;
import io.multichat.server.security.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The HTTP server. */
public final class ServerSettings {
    public static final Setting<String> HTTP_HOST = Setting.of(
            "http.host",
            "127.0.0.1",
            PatternKind.HOST,
            "Address on which the HTTP server listens. The default accepts connections from this host only; any other needs an API key.");

    public static final Setting<Optional<String>> HTTP_API_KEY = Setting.secret(
            "http.api.key",
            "",
            new OptionalKind<>(PatternKind.API_KEY),
            "API key that commands, and other instances, send to the HTTP server. The HTTP server accepts it with all scopes.");

    public static final Setting<List<ApiKey>> HTTP_API_KEYS = Setting.secret(
            "http.api.keys",
            "",
            new ApiKeysKind(),
            "Further API keys that the HTTP server accepts, each with its name, scopes and the hash of the key. `multichat key` makes"
                    + " them.");

    public static final Setting<Optional<Path>> HTTP_API_KEYS_FILE = Setting.of(
            "http.api.keys.file",
            "",
            new OptionalKind<>(new PathKind()),
            "File of further API keys, one name:scopes:sha256 on each line. It is read again when it changes.");

    public static final Setting<Optional<Path>> HTTP_TLS_CERTIFICATE = Setting.of(
            "http.tls.certificate",
            "",
            new OptionalKind<>(new PathKind()),
            "PEM file with the certificate of the HTTP server, followed by those of its issuers. When set, the server speaks HTTPS only. It"
                    + " is read again when it changes.");

    public static final Setting<Optional<Path>> HTTP_TLS_KEY = Setting.of(
            "http.tls.key",
            "",
            new OptionalKind<>(new PathKind()),
            "PEM file with the private key of that certificate, in PKCS#8 and not encrypted.");

    public static final Setting<Boolean> HTTP_ACCESS_LOG = Setting.of(
            "http.access.log",
            "true",
            new SwitchKind(),
            "Log one line for each HTTP request, without texts, keys and query values. `multichat dev` does not by default.");

    public static final Setting<Boolean> HTTP_METRICS_OPEN = Setting.of(
            "http.metrics.open",
            "false",
            new SwitchKind(),
            "Answer `/metrics` without an API key. Otherwise it needs the scope read.");

    public static final Setting<Optional<String>> HTTP_ADVERTISED_URL = Setting.of(
            "http.advertised.url",
            "",
            new OptionalKind<>(PatternKind.ADDRESS),
            "Where other instances of `multichat serve` reach this one, for example `http://10.0.0.7:8080`. All instances have the"
                    + " same scheme and accept the same `http.api.key`. When empty, the URL of http.host and the port; for an"
                    + " http.host that stands for all addresses, with the address of this machine.");

    static final List<Setting<?>> ALL = List.of(
            HTTP_HOST,
            HTTP_ADVERTISED_URL,
            HTTP_API_KEY,
            HTTP_API_KEYS,
            HTTP_API_KEYS_FILE,
            HTTP_TLS_CERTIFICATE,
            HTTP_TLS_KEY,
            HTTP_ACCESS_LOG,
            HTTP_METRICS_OPEN);

    private ServerSettings() {}

    /**
     * The API keys that the server accepts.
     *
     * @throws SettingsException if the file of keys is missing or invalid
     */
    public static ApiKeys apiKeys(Settings settings) {
        List<ApiKey> fixed = new ArrayList<>(settings.get(HTTP_API_KEYS));
        settings.get(HTTP_API_KEY)
                .ifPresent(key -> fixed.add(ApiKey.ofPlain("http.api.key", EnumSet.allOf(Scope.class), key)));
        try {
            return new ApiKeys(fixed, settings.get(HTTP_API_KEYS_FILE).map(KeysFile::new));
        } catch (IllegalStateException e) {
            throw new SettingsException(List.of(HTTP_API_KEYS_FILE.key() + ": " + e.getMessage()));
        }
    }

    /**
     * Requires that instances which ask each other have a key to send: they know other keys by their hashes only.
     *
     * @throws SettingsException if the instance is advertised and demands a key, but there is none that it could send
     */
    public static void requireKeyOfInstances(Settings settings) {
        boolean demandsKeys = !settings.get(HTTP_API_KEYS).isEmpty()
                || settings.get(HTTP_API_KEYS_FILE).isPresent();
        if (settings.get(HTTP_ADVERTISED_URL).isPresent()
                && demandsKeys
                && settings.get(HTTP_API_KEY).isEmpty()) {
            throw new SettingsException(
                    List.of(HTTP_ADVERTISED_URL.key() + " is set, so that instances ask each other, but "
                            + HTTP_API_KEY.key()
                            + ", the key that they send, is missing; set the same one on all instances, beside "
                            + HTTP_API_KEYS.key() + " and " + HTTP_API_KEYS_FILE.key()
                            + ", which hold hashes only, or leave out " + HTTP_ADVERTISED_URL.key()));
        }
    }

    /**
     * The certificate for HTTPS; empty for HTTP.
     *
     * @throws SettingsException if only one of its two files is set
     */
    public static Optional<CertificateFiles> certificate(Settings settings) {
        Optional<Path> chain = settings.get(HTTP_TLS_CERTIFICATE);
        Optional<Path> key = settings.get(HTTP_TLS_KEY);
        if (chain.isPresent() != key.isPresent()) {
            throw new SettingsException(List.of(HTTP_TLS_CERTIFICATE.key() + " and " + HTTP_TLS_KEY.key()
                    + " belong together; set both for HTTPS, or neither for HTTP"));
        }
        return chain.map(path -> new CertificateFiles(path, key.orElseThrow()));
    }
}
