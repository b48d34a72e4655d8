package io.multichat.sinks.redis.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;
import redis.clients.jedis.HostAndPort;

/**
 * Where servers are, as one text says it: {@code redis://[user:password@]host[:port][,host[:port]]…[/database]},
 * {@code rediss://} with TLS. The text may hold a password, so no message repeats any part of it.
 *
 * @param tls true with {@code rediss}
 * @param login who logs in
 * @param servers at least one, in the order of the text
 * @param database its number
 */
public record RedisUri(boolean tls, Credentials login, Set<HostAndPort> servers, int database) {
    /**
     * @param defaultPort the port of servers that are named without one
     * @throws IllegalArgumentException when it is no such URI; the message tells the rule and not the URI
     */
    public static RedisUri parse(String text, int defaultPort) {
        String all = text.trim();
        int authority = all.indexOf("://") + "://".length();
        int path = all.indexOf('/', authority);
        int end = path < 0 ? all.length() : path;
        int hosts = all.lastIndexOf('@', end - 1) + 1;
        int from = Math.max(hosts, authority);
        String[] named = all.substring(Math.min(from, end), end).split(",", -1);
        // Java reads a URI of one host; the others are read as if each stood in a URI of its own.
        URI first = uri(all.substring(0, Math.min(from, end)) + named[0] + all.substring(end));
        boolean tls = "rediss".equals(first.getScheme());
        if (!tls && !"redis".equals(first.getScheme())) {
            throw new IllegalArgumentException("the URI must begin with redis:// or rediss://");
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
                    "it is not a URI such as redis://user:password@host:6379 (percent-encode special characters): "
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
            throw new IllegalArgumentException("the path of the URI must be the number of a database");
        }
        return Integer.parseInt(path);
    }
}
