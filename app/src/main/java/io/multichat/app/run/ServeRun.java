package io.multichat.app.run;

import io.multichat.app.data.DataDirectory;
import io.multichat.app.doctor.DeploymentChecks;
import io.multichat.app.doctor.StartChecks;
import io.multichat.app.erase.RequestedErasures;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.ServerSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.streams.Advertised;
import io.multichat.app.streams.StreamsProperties;
import io.multichat.app.streams.StreamsRunner;
import io.multichat.app.watch.TopicWatch;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.server.http.QueryServer;
import io.multichat.server.state.OwnAddress;
import java.util.List;
import java.util.Optional;

/** Runs topology and HTTP server against an existing Kafka cluster. The sinks run on a separate Connect cluster. */
public final class ServeRun {
    private ServeRun() {}

    /**
     * Runs until the process is stopped.
     *
     * @return the exit code
     * @throws io.multichat.app.settings.SettingsException if instances could not ask each other
     */
    public static int run(ServeOptions options, Settings settings) {
        ServerSettings.requireKeyOfInstances(settings);
        try (ShutdownSignal signal = ShutdownSignal.install();
                ClosingStack parts = new ClosingStack()) {
            DataDirectory data = parts.add(DataDirectory.open(options.dataDir()));
            LateParts late = LateParts.create(parts, settings);
            Readiness readiness = new Readiness();
            Stores stores = Stores.of(settings, data.layout().root());
            QueryServer server = new QueryServerStart(late, readiness, stores, settings).start(parts, options.port());

            KafkaAccess kafka = DeploymentSettings.kafka(options.bootstrapServers(), settings);
            TopicsAtStart.ensure(kafka, settings);
            StartChecks.logInBackground(DeploymentChecks.ofStores(
                    stores.redis(), List.of(data.layout().root(), stores.sqlite(), stores.archive())));
            late.connect(kafka);
            late.erasures().connect(new RequestedErasures.Place(kafka, stores.audited(), data.layout(), server.uri()));
            StreamsProperties properties =
                    new StreamsProperties(kafka, settings, data.layout().state(), Optional.empty());
            OwnAddress address = Advertised.address(settings, server.uri());
            StreamsRunner streams = parts.add(StreamsRunner.start(properties.reachableAt(address.hostAndPort())));
            late.state().set(streams);
            readiness.watch(streams);
            TopicWatch topics = parts.add(
                    TopicWatch.start(kafka, stores.durable(), data.layout().lackedRanges()));
            readiness.watchLasting(topics::problems);
            streams.meters().bindTo(late.metrics());
            topics.meters().bindTo(late.metrics());
            readiness.complete(topics::incomplete);
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
