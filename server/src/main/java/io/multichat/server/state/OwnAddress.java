package io.multichat.server.state;

import java.net.URI;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Where other instances reach this one.
 *
 * @param url scheme, host and port, for example {@code http://10.0.0.7:8080}; all instances have the same scheme
 */
public record OwnAddress(URI url) {
    /** @throws IllegalArgumentException if the URL has other parts, or none of these */
    public OwnAddress {
        boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        boolean hasMore = !Optional.ofNullable(url.getPath()).orElse("").isEmpty()
                || url.getQuery() != null
                || url.getFragment() != null
                || url.getUserInfo() != null;
        if (!isHttp || url.getHost() == null || url.getPort() < 1 || hasMore) {
            throw new IllegalArgumentException(
                    "it must be a scheme, a host and a port, such as http://10.0.0.7:8080, but is " + url);
        }
    }

    /** As Kafka Streams takes it in {@code application.server}. */
    public String hostAndPort() {
        return url.getRawAuthority();
    }

    HostInfo host() {
        return HostInfo.buildFromEndpoint(hostAndPort());
    }

    /** The URL of another instance. */
    URI of(HostInfo other) {
        String name = other.host().contains(":") ? "[" + other.host() + "]" : other.host();
        return URI.create(url.getScheme() + "://" + name + ":" + other.port());
    }
}
