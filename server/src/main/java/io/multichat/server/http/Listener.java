package io.multichat.server.http;

import io.multichat.server.security.CertificateFiles;
import java.util.Optional;

/**
 * Where and how the server listens.
 *
 * @param access the address to listen on, and who may query
 * @param port 0: any free port
 * @param certificate for HTTPS; empty for HTTP
 * @param logsRequests true for one log line for each request
 * @param showsMetrics true if the metrics need no API key
 */
public record Listener(
        Access access, int port, Optional<CertificateFiles> certificate, boolean logsRequests, boolean showsMetrics) {
    /** A server without TLS and without an access log, whose metrics need a key like everything else. */
    public static Listener plain(Access access, int port) {
        return new Listener(access, port, Optional.empty(), false, false);
    }

    /** The base URL of a server that listens on this port. */
    String url(int actualPort) {
        String host = access.host();
        String name = host.contains(":") ? "[" + host + "]" : host;
        return (certificate.isPresent() ? "https" : "http") + "://" + name + ":" + actualPort;
    }
}
