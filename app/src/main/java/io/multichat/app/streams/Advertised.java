package io.multichat.app.streams;

import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.Settings;
import io.multichat.server.state.OwnAddress;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Optional;

/** The address at which other instances reach this one. */
public final class Advertised {
    private Advertised() {}

    /**
     * The address that the settings name; by default the one that the server listens on.
     *
     * @param listening the server's URL
     */
    public static OwnAddress address(Settings settings, URI listening) {
        return new OwnAddress(settings.get(ServerSettings.HTTP_ADVERTISED_URL)
                .map(URI::create)
                .orElseGet(() -> URI.create(
                        listening.getScheme() + "://" + host(listening.getHost()) + ":" + listening.getPort())));
    }

    /** A name that stands for all addresses of this machine is of no use to others. */
    private static String host(String listening) {
        try {
            return InetAddress.getByName(listening).isAnyLocalAddress()
                    ? ofThisMachine().orElse(listening)
                    : listening;
        } catch (IOException e) {
            return listening;
        }
    }

    /** Not the address of its own name, which is often a loopback address. */
    private static Optional<String> ofThisMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }
}
