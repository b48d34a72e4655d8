package io.multichat.reading.diagnosis;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names of hosts. */
public final class Hosts {
    private Hosts() {}

    /** True if a name or address stands for this machine alone. */
    public static boolean isLocal(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
