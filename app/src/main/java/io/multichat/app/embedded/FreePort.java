package io.multichat.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds free ports of the loopback address. They lie below the ephemeral range: any outgoing connection may take a port of that
 * range before a server listens on it.
 */
public final class FreePort {
    private static final int FIRST = 10_000;
    private static final int END = 32_000;
    private static final int ATTEMPTS = 200;

    private FreePort() {}

    /**
     * A port that is free right now.
     *
     * @throws EmbeddedStartException when none is found
     */
    public static int find() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(FIRST, END);
            try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Something listens there: try another.
            }
        }
        throw new EmbeddedStartException("no free port from " + FIRST + " to " + END + " on 127.0.0.1");
    }

    /** The given port, or for 0 one that is free right now. */
    public static int chosen(int port) {
        return port == 0 ? find() : port;
    }
}
