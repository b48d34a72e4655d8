package io.multichat.app.embedded.broker;

import io.multichat.app.embedded.DiskSpace;
import io.multichat.app.embedded.EmbeddedStartException;
import io.multichat.app.embedded.LoopbackPort;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kafka.server.KafkaConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker and controller in this process, on 127.0.0.1 only. Its data survive a stop, a kill, and a change of port.
 * Start and close are for one thread; in between, use it through Kafka clients.
 *
 * <p>On a fault that the broker cannot survive, such as a full disk, it logs an error and ends the whole process through {@link
 * org.apache.kafka.common.utils.internals.Exit}; see {@link #beforeHalt}.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    // The directory of the broker of this process, for its last words.
    private static volatile Optional<Path> running = Optional.empty();

    private final KraftNode server;
    private final LoopbackPort port;

    private EmbeddedBroker(KraftNode server, LoopbackPort port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker and returns within seconds, when it accepts requests. The first start formats the directory.
     *
     * @param dataDirectory for the broker alone; created when missing
     * @param kafkaPort 1 to 65535
     * @throws EmbeddedStartException if the port is in use, or the directory cannot be used
     */
    public static EmbeddedBroker start(Path dataDirectory, int kafkaPort) {
        LoopbackPort port = new LoopbackPort(kafkaPort, "--kafka-port");
        if (dataDirectory.toString().contains(",")) {
            throw new EmbeddedStartException(
                    "Kafka does not accept a path with a comma: " + dataDirectory + "; choose another with --data-dir");
        }
        port.requireFree();
        running = Optional.of(dataDirectory);
        KraftNode server = prepare(dataDirectory, port);
        try {
            server.startup();
            return new EmbeddedBroker(server, port);
        } catch (Exception e) {
            shutDown(server);
            throw explain(e, dataDirectory, port);
        }
    }

    /**
     * Explains why Kafka is about to end the process, if that is because the disk is full, and does not leave Redis behind. Call
     * it before the process is halted; it may run on any thread.
     */
    public static void beforeHalt() {
        running.flatMap(directory -> new DiskSpace(directory).problem()).ifPresent(problem -> LOG.error("{}", problem));
        ProcessHandle.current().children().forEach(ProcessHandle::destroy);
    }

    private static KraftNode prepare(Path dataDirectory, LoopbackPort port) {
        try {
            Files.createDirectories(dataDirectory);
            CheckpointFiles.removeDamaged(dataDirectory);
            BrokerStorage.formatOnce(dataDirectory);
            return new KraftNode(new KafkaConfig(BrokerSettings.of(dataDirectory, port), false), dataDirectory);
        } catch (Exception e) {
            throw explain(e, dataDirectory, port);
        }
    }

    private static EmbeddedStartException explain(Exception failure, Path dataDirectory, LoopbackPort port) {
        if (failure instanceof EmbeddedStartException explained) {
            return explained;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return port.unusable(cause);
            }
        }
        return new EmbeddedStartException(
                new DiskSpace(dataDirectory)
                        .problem()
                        .orElse("the embedded broker cannot start on " + dataDirectory + " (" + failure + ")"),
                failure);
    }

    public String bootstrapServers() {
        return port.address();
    }

    /** Shuts the broker down cleanly, so that the next start needs no recovery. Close its clients first. */
    @Override
    public void close() {
        shutDown(server);
    }

    private static void shutDown(KraftNode server) {
        server.shutdown();
        LOG.info("The embedded broker has stopped");
    }
}
