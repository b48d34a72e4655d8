package io.multichat.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A TCP port of 127.0.0.1 and the flag that sets it, which error messages name.
 *
 * @param number 1 to 65535
 * @param flag as typed, for example {@code --kafka-port}
 */
public record LoopbackPort(int number, String flag) {
    public static final String HOST = "127.0.0.1";

    public LoopbackPort {
        if (number < 1 || number > 65535) {
            throw new EmbeddedStartException(flag + " " + number + " is not a port; give one from 1 to 65535");
        }
    }

    /**
     * Checks that the port is free before a server starts on it, since servers report a port in use less clearly. Another
     * program may still take it between the check and the start.
     *
     * @throws EmbeddedStartException if something listens on the port
     */
    public void requireFree() {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do, so that a port whose old connections are in TIME_WAIT counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), number));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The exception to throw when the server itself cannot listen. */
    public EmbeddedStartException unusable(Throwable cause) {
        return new EmbeddedStartException(
                "port " + number + " of " + HOST + " cannot be used (" + cause.getMessage()
                        + "); stop the program that uses it or choose another with " + flag,
                cause);
    }

    public String address() {
        return HOST + ":" + number;
    }
}
