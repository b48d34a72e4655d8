package io.multichat.server.http;

import io.javalin.Javalin;
import io.multichat.server.testing.RunningServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server with few threads that answers with the body of the request, with room for a single large body, and its clients. */
final class BodyServer implements AutoCloseable {
    static final int THREADS = 8;
    static final int PATIENCE_MS = 20_000;

    /** The memory for the bodies. */
    final ArrivalMemory memory = ArrivalMemory.of(ArrivalMemory.BLOCK_BYTES);

    private final RequestDeadline deadline = new RequestDeadline(PATIENCE_MS);
    private final List<Socket> clients = new ArrayList<>();
    private final Javalin server;

    /** @param idleMs how long a client may send nothing */
    BodyServer(int idleMs) {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.threadPool = new QueuedThreadPool(THREADS, THREADS);
                    config.jetty.modifyHttpConfiguration(http -> http.setIdleTimeout(idleMs));
                    config.jetty.modifyServer(
                            jetty -> jetty.insertHandler(new ArrivingBodies(RunningServer.OPEN, deadline, memory)));
                    config.jetty.modifyServer(jetty -> jetty.insertHandler(new BreakingBodies()));
                    config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new JettyProblems()));
                    config.routes.post("/", context -> context.result(context.bodyAsBytes()));
                })
                .start("127.0.0.1", 0);
    }

    /** Begins a request of a new client. */
    Socket begin(String headersAndBody) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port());
        clients.add(client);
        client.setSoTimeout(PATIENCE_MS);
        client.getOutputStream()
                .write(("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headersAndBody)
                        .getBytes(StandardCharsets.ISO_8859_1));
        return client;
    }

    /** The answer to a new client. */
    String answer(String headersAndBody) throws IOException {
        return new String(begin(headersAndBody).getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    void disconnectAll() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        disconnectAll();
        server.stop();
        deadline.close();
    }
}
