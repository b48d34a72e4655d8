package io.multichat.app.embedded.broker;

import io.multichat.app.embedded.LoopbackPort;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoter;
import org.apache.kafka.raft.DynamicVoters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Formats an empty directory for a broker that is its own controller, as {@code kafka-storage format --standalone} does.
 */
final class BrokerStorage {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerStorage.class);

    private BrokerStorage() {}

    /**
     * Formats the directory unless it is formatted. The file that marks it as formatted is written last, so an interrupted
     * run is repeated from the start.
     *
     * @throws Exception when the directory cannot be written; the formatter declares nothing narrower
     */
    static void formatOnce(Path dataDirectory) throws Exception {
        if (Files.exists(dataDirectory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        // Port 0: the voter registers its actual port when it starts.
        DynamicVoter voter = new DynamicVoter(Uuid.randomUuid(), BrokerSettings.NODE_ID, LoopbackPort.HOST, 0);
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        new Formatter()
                .setPrintStream(new PrintStream(report, true, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setHasDynamicQuorum(true)
                .setInitialControllers(new DynamicVoters(List.of(voter)))
                .setMetadataLogDirectory(dataDirectory.toString())
                .setDirectories(List.of(dataDirectory.toString()))
                .run();
        LOG.info("{}", report.toString(StandardCharsets.UTF_8).strip());
    }
}
