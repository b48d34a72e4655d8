package io.multichat.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback address that nothing listens on. They lie below the range from which systems take the ports of
 * outgoing connections: one from that range may be taken by any client before it is listened on.
 */
public final class FreePort {
    private static final int FIRST = 10_000;
    private static final int END = 32_000;
    private static final int ATTEMPTS = 200;

    private FreePort() {}

    /**
     * A port that is free at this moment.
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

    /** The port itself; for 0 one that is free at this moment. */
    public static int chosen(int port) {
        return port == 0 ? find() : port;
    }
}
