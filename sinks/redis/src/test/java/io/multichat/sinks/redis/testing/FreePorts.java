package io.multichat.sinks.redis.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback on which nobody listens. */
public final class FreePorts {
    // A node of a Cluster listens on the port 10,000 above its own too.
    private static final int HIGHEST = 55_000;

    private FreePorts() {}

    public static int next() throws IOException {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (socket.getLocalPort() < HIGHEST) {
                    return socket.getLocalPort();
                }
            }
        }
    }
}
