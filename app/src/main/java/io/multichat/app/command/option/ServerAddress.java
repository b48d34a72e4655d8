package io.multichat.app.command.option;

import java.net.URI;

/** The address in {@code --server}. */
final class ServerAddress {
    private ServerAddress() {}

    static URI parse(String text) {
        try {
            URI uri = URI.create(text);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException("--server is \"" + text + "\"; it must be a URL such as http://127.0.0.1:8080", e);
        }
        throw new UsageException("--server is \"" + text + "\"; it must be a URL such as http://127.0.0.1:8080");
    }
}
