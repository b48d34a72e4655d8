package io.multichat.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1 for tests. */
final class FreePort {
    private FreePort() {}

    /** One that nothing listens on right now. */
    static int find() throws IOException {
        try (ServerSocket socket = occupy()) {
            return socket.getLocalPort();
        }
    }

    /** Listens on a free port until it is closed. */
    static ServerSocket occupy() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }
}
