package io.multichat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;

class HttpConnectionsTest {
    private static final String TOO_LARGE = "GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(20_000) + "\r\n\r\n";

    @Test
    void nobodyReadsWhileTheThreadThatReadAMalformedRequestHasItsBuffer() throws Exception {
        SlowReader threads = new SlowReader();
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, new HttpConnections(new HttpConfiguration()));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.start();
        try (Socket client = new Socket("127.0.0.1", connector.getLocalPort())) {
            client.getOutputStream().write(TOO_LARGE.getBytes(StandardCharsets.US_ASCII));

            await().untilAtomic(threads.next, next -> assertThat(next).isNotNull());
            await().until(() -> threads.hasEnded.get());
            assertThat(threads.wasOvertaken.get()).isFalse();
        } finally {
            server.stop();
        }
    }

    /** After a malformed request, the thread that read it pauses until the one that continues with the connection has ended or waits. */
    private static final class SlowReader extends QueuedThreadPool {
        final AtomicReference<Thread> next = new AtomicReference<>();
        final AtomicBoolean hasEnded = new AtomicBoolean();
        final AtomicBoolean wasOvertaken = new AtomicBoolean();
        private final AtomicBoolean pauses = new AtomicBoolean();

        @Override
        public boolean tryExecute(Runnable answer) {
            if (HttpConnection.getCurrentConnection() == null) {
                return super.tryExecute(answer);
            }
            pauses.set(true);
            execute(answer);
            await().until(() ->
                    next.get() != null && (hasEnded.get() || next.get().getState() == Thread.State.BLOCKED));
            pauses.set(false);
            return true;
        }

        @Override
        public void execute(Runnable job) {
            super.execute(job instanceof HttpConnection ? () -> continueWith(job) : job);
        }

        private void continueWith(Runnable connection) {
            next.set(Thread.currentThread());
            connection.run();
            wasOvertaken.set(pauses.get());
            hasEnded.set(true);
        }
    }
}
