package io.multichat.sinks.redis.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback address that nothing listens on. They and the bus ports that belong to them are below the range from
 * which systems take the ports of outgoing connections: a port in that range may be taken by any client before a server listens
 * on it.
 */
public final class FreePorts {
    /** A node of a Cluster also listens on the port that is higher by this number. */
    private static final int TO_BUS_PORT = 10_000;

    private static final int FIRST = 10_000;
    private static final int END = 20_000;
    private static final int ATTEMPTS = 200;
    private static final Set<Integer> RETURNED = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /**
     * A port that is free at this moment, and whose bus port is too. Never returns the same port twice.
     *
     * @throws IOException if no port is found
     */
    public static int next() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(candidate) && isFree(candidate + TO_BUS_PORT) && RETURNED.add(candidate)) {
                return candidate;
            }
        }
        throw new IOException("no free port from " + FIRST + " to " + END + " on 127.0.0.1");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
