package io.multichat.app.dev;

import io.multichat.app.client.KafkaAccess;
import io.multichat.app.embedded.DataDirectory;
import io.multichat.app.http.QueryServer;
import io.multichat.app.settings.Settings;
import io.multichat.app.streams.StreamsProperties;
import io.multichat.app.streams.StreamsRunner;
import java.util.Optional;

/** Topology and server against a Kafka that is there already; the sinks run on a Connect cluster of their own. */
public final class ServeRun {
    private ServeRun() {}

    /**
     * Runs until the process is stopped.
     *
     * @return the exit code
     */
    public static int run(ServeOptions options, Settings settings) {
        try (ShutdownSignal signal = ShutdownSignal.install();
                ClosingStack parts = new ClosingStack()) {
            DataDirectory data = parts.add(DataDirectory.open(options.dataDir()));
            StateAccess state = new StateAccess();
            Readiness readiness = new Readiness();
            Stores stores = Stores.of(settings, data.layout().root());
            QueryServer server = new Answering(state, readiness, stores, settings).start(parts, options.port());

            KafkaAccess kafka = new KafkaAccess(options.bootstrapServers(), settings);
            TopicsAtStart.ensure(kafka);
            StreamsRunner streams = parts.add(StreamsRunner.start(
                    new StreamsProperties(kafka, data.layout().state(), Optional.empty())));
            state.set(streams);
            readiness.watch(streams);
            readiness.complete();
            Supervision supervision = new Supervision(signal, readiness, streams.failure());
            if (!supervision.awaitReady()) {
                return 0;
            }
            System.out.println("Multichat serves " + options.bootstrapServers() + " at " + server.uri());
            supervision.awaitEnd();
            return 0;
        }
    }
}
