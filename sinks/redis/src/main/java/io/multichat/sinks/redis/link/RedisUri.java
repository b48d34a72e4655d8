package io.multichat.sinks.redis.link;

import io.multichat.events.text.WholeNumbers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;
import redis.clients.jedis.HostAndPort;

/**
 * The parts of {@code redis.uri}: {@code redis://[user:password@]host[:port][,host[:port]]…[/database]}, or {@code rediss://} for
 * TLS. The text may contain a password, so error messages never quote it.
 *
 * @param tls true for {@code rediss}
 * @param login user and password; {@link Credentials#NONE} if the URI has none
 * @param servers at least one, in the order of the URI
 * @param database the number of the database, 0 by default
 */
public record RedisUri(boolean tls, Credentials login, Set<HostAndPort> servers, int database) {
    /**
     * Parses a URI.
     *
     * @param defaultPort the port of servers named without one
     * @throws IllegalArgumentException if the URI is invalid; the message names the rule and does not quote the URI
     */
    public static RedisUri parse(String text, int defaultPort) {
        String all = text.trim();
        int authority = all.indexOf("://") + "://".length();
        int path = all.indexOf('/', authority);
        int end = path < 0 ? all.length() : path;
        int hosts = all.lastIndexOf('@', end - 1) + 1;
        int from = Math.max(hosts, authority);
        String[] named = all.substring(Math.min(from, end), end).split(",", -1);
        // Java parses URIs with one host only, so each further host is parsed in a URI of its own.
        URI first = uri(all.substring(0, Math.min(from, end)) + named[0] + all.substring(end));
        boolean tls = "rediss".equals(first.getScheme());
        if (!tls && !"redis".equals(first.getScheme())) {
            throw new IllegalArgumentException("the URI must start with redis:// or rediss://");
        }
        Set<HostAndPort> servers = new LinkedHashSet<>();
        servers.add(server(first, defaultPort));
        for (int i = 1; i < named.length; i++) {
            servers.add(server(uri("redis://" + named[i]), defaultPort));
        }
        return new RedisUri(tls, login(first.getUserInfo()), servers, database(first));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "expected a URI such as redis://user:password@host:6379 with special characters percent-encoded: "
                            + e.getReason());
        }
    }

    private static HostAndPort server(URI uri, int defaultPort) {
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("the URI has no valid host name (letters, digits, dots, hyphens)");
        }
        return new HostAndPort(uri.getHost(), uri.getPort() == -1 ? defaultPort : uri.getPort());
    }

    private static Credentials login(String userInfo) {
        if (userInfo == null) {
            return Credentials.NONE;
        }
        int colon = userInfo.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("the URI names a user without a password; write user:password@");
        }
        return new Credentials(userInfo.substring(0, colon), new Password(userInfo.substring(colon + 1)));
    }

    private static int database(URI uri) {
        String path = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
        if (path.isEmpty()) {
            return 0;
        }
        if (!path.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("the path of the URI must be a database number");
        }
        return WholeNumbers.parseInt(path);
    }
}
