package io.multichat.server.http;

/** Another program listens on the port of the HTTP server. */
public final class PortInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortInUseException(int port, Throwable cause) {
        super("port " + port + " is in use; choose another HTTP port with --port", cause);
    }
}
