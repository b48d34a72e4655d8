package io.multichat.sinks.redis.testing;

import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.settings.EndpointConfig;
import io.multichat.sinks.redis.settings.RedisSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers PING and INFO of one client as a Redis of some version does, because no old Redis is available to run. */
public final class RedisOfVersion implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final String info;

    public RedisOfVersion(String version) throws IOException {
        String text = "# Server\r\nredis_version:" + version + "\r\n";
        info = "$" + text.length() + "\r\n" + text + "\r\n";
        Thread thread = new Thread(this::serve, "redis-of-version");
        thread.setDaemon(true);
        thread.start();
    }

    /** A link to this server. */
    public RedisLink link() {
        return RedisSettings.of(Map.of(EndpointConfig.URI, "redis://127.0.0.1:" + server.getLocalPort()))
                .endpoint()
                .connect(1);
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try (Socket client = server.accept();
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream answers = client.getOutputStream()) {
            for (String head = commands.readLine(); head != null; head = commands.readLine()) {
                String command = "";
                for (int i = 0; i < Integer.parseInt(head.substring(1)); i++) {
                    commands.readLine();
                    String part = commands.readLine();
                    command = i == 0 ? part : command;
                }
                String answer = switch (command) {
                    case "INFO" -> info;
                    case "PING" -> "+PONG\r\n";
                    default -> "-ERR unknown command\r\n";
                };
                answers.write(answer.getBytes(StandardCharsets.US_ASCII));
                answers.flush();
            }
        } catch (IOException e) {
            // The client or the test has finished.
        }
    }
}
