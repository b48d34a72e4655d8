package io.multichat.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Occupies a port of 127.0.0.1. */
public final class OccupiedPort {
    private OccupiedPort() {}

    /** Listens on a free port until it is closed. */
    public static ServerSocket open() throws IOException {
        return new ServerSocket(FreePort.find(), 1, InetAddress.getByName("127.0.0.1"));
    }
}
