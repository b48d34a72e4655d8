package io.multichat.server.http;

import io.javalin.config.JavalinConfig;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Settings of the HTTP server under the routes: its threads, headers and errors. */
final class JettySettings {
    private static final int MIN_THREADS = 4;
    private static final int MAX_THREADS = 64;
    private static final int IDLE_THREAD_MS = 10_000;

    private JettySettings() {}

    /** @param finished receives each request at its end */
    static void apply(JavalinConfig config, Listener listener, Consumer<FinishedRequest> finished) {
        config.http.prefer405over404 = true;
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(JettySettings::apply);
        config.jetty.modifyServer(server -> server.setErrorHandler(new JettyProblems()));
        config.jetty.modifyServer(server ->
                server.setRequestLog((request, response) -> finished.accept(FinishedRequest.of(request, response))));
        Optional<TlsConnector> tls = listener.certificate().map(TlsConnector::new);
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector = tls.map(secure -> secure.of(server, http))
                    .orElseGet(() -> new ServerConnector(server, new HttpConnections(http)));
            connector.setHost(listener.access().host());
            connector.setPort(listener.port());
            return connector;
        });
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new JettyProblems()));
    }

    /** Few threads, which end soon after a burst: by default, one ends a minute. */
    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_THREAD_MS);
        threads.setMaxEvictCount(MAX_THREADS);
        threads.setName("http");
        return threads;
    }

    private static void apply(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.addCustomizer((request, headers) -> {
            SecurityHeaders.addTo(headers);
            return request;
        });
    }
}
