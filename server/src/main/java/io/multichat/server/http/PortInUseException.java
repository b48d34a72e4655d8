package io.multichat.server.http;

/** Something else listens on the port of the HTTP server. */
public final class PortInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortInUseException(int port, Throwable cause) {
        super("port " + port + " is in use: choose another one for HTTP with --port", cause);
    }
}
