package io.multichat.app.embedded.broker;

import static org.apache.kafka.metadata.properties.MetaPropertiesEnsemble.VerificationFlag.REQUIRE_AT_LEAST_ONE_VALID;
import static org.apache.kafka.metadata.properties.MetaPropertiesEnsemble.VerificationFlag.REQUIRE_METADATA_LOG_DIR;

import io.multichat.app.embedded.EmbeddedStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.BrokerHeartbeatRequestData;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * A controller and a broker in this process, like Kafka's own {@link KafkaRaftServer}, except that the broker starts only after
 * the controller has fenced the broker of the last run.
 *
 * <p>That order makes a kill safe. The coordinator of transactions writes the missing commit markers of a killed run as soon as it
 * has read its log. If the controller fences the last run at that moment, partitions have no leader for an instant, and Kafka
 * takes them for deleted and skips their markers for ever (KAFKA-20734). The committed records would never become visible, and
 * the topology could not read its committed offsets.
 */
final class KraftNode {
    private static final Duration FENCING_LIMIT = Duration.ofSeconds(30);
    private static final Duration FENCING_PAUSE = Duration.ofMillis(100);

    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;

    /**
     * A node on a formatted directory. Reads what the formatter wrote, and starts nothing.
     *
     * @throws EmbeddedStartException when the file with the name of the cluster is damaged
     * @throws Exception when the directory cannot be read; Kafka declares nothing narrower
     */
    KraftNode(KafkaConfig config, Path dataDirectory) throws Exception {
        String directory = dataDirectory.toString();
        MetaPropertiesEnsemble properties = new MetaPropertiesEnsemble.Loader()
                .addLogDirs(List.of(directory))
                .addMetadataLogDir(directory)
                .load();
        properties.verify(
                Optional.empty(),
                OptionalInt.of(BrokerSettings.NODE_ID),
                EnumSet.of(REQUIRE_AT_LEAST_ONE_VALID, REQUIRE_METADATA_LOG_DIR));
        String clusterId = properties
                .clusterId()
                .orElseThrow(() ->
                        new EmbeddedStartException(dataDirectory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME)
                                + " is damaged: it names no cluster; put back a copy of the file, or export the archive of this data"
                                + " directory and import it into another one"));
        QuorumConfig quorum = config.quorumConfig();
        shared = new SharedServer(
                config,
                properties,
                Time.SYSTEM,
                Server.initializeMetrics(config, Time.SYSTEM, clusterId),
                CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
                QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        broker = new BrokerServer(shared);
        controller = new ControllerServer(
                shared, KafkaRaftServer.configSchema(), BootstrapMetadata.fromDirectory(dataDirectory));
    }

    /**
     * Returns when the broker accepts requests.
     *
     * @throws TimeoutException if the controller does not fence the broker of the last run within 30 seconds
     */
    void startup() throws InterruptedException, ExecutionException, TimeoutException {
        controller.startup();
        fenceLastRun();
        broker.startup();
    }

    /** A killed broker cannot ask to be fenced, and would be fenced only at the end of its session. */
    private void fenceLastRun() throws InterruptedException, ExecutionException, TimeoutException {
        FencedBroker lastRun = new FencedBroker(BrokerSettings.NODE_ID);
        shared.loader().installPublishers(List.of(lastRun));
        long began = System.nanoTime();
        while (System.nanoTime() - began < FENCING_LIMIT.toNanos()) {
            try {
                lastRun.fenced().get(FENCING_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                lastRun.unfencedEpoch().ifPresent(this::requestFencing);
            }
        }
        throw new TimeoutException(
                "the controller did not fence the broker of the last run within " + FENCING_LIMIT.toSeconds() + " s");
    }

    /** Sends the controller the heartbeat with which a broker asks to be fenced. Has no effect before the controller is active. */
    private void requestFencing(long brokerEpoch) {
        try {
            controller
                    .controller()
                    .processBrokerHeartbeat(
                            new ControllerRequestContext(
                                    new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty()),
                            new BrokerHeartbeatRequestData()
                                    .setBrokerId(BrokerSettings.NODE_ID)
                                    .setBrokerEpoch(brokerEpoch)
                                    .setWantFence(true));
        } catch (NotControllerException ignored) {
            // The controller is not active yet; the next attempt may succeed.
        }
    }

    /** Stops what was started, cleanly, and waits for the end. */
    void shutdown() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
