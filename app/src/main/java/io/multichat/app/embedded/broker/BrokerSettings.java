package io.multichat.app.embedded.broker;

import io.multichat.app.embedded.LoopbackPort;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of the embedded broker; all others have Kafka's defaults. All except the node id may change between starts on
 * the same data. The partition counts of the internal topics take effect at the first start only.
 */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String MIB = "1048576";

    private BrokerSettings() {}

    static Map<String, String> of(Path dataDirectory, LoopbackPort port) {
        Map<String, String> settings = new TreeMap<>();
        putNode(settings, dataDirectory, port);
        putInternalTopics(settings);
        putTopicDefaults(settings);
        putMemoryAndThreads(settings);
        return settings;
    }

    private static void putNode(Map<String, String> settings, Path dataDirectory, LoopbackPort port) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("log.dirs", dataDirectory.toString());
        // The operating system picks the controller's port. The quorum is dynamic, so the voter set in the metadata log
        // follows it; a static controller.quorum.voters would have to name the port before it is bound.
        settings.put(
                "listeners",
                "BROKER://" + port.address() + "," + CONTROLLER_LISTENER + "://" + LoopbackPort.HOST + ":0");
        settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        // Must not be empty but is never used: the only voter elects itself.
        settings.put("controller.quorum.bootstrap.servers", LoopbackPort.HOST + ":0");
        // Kafka gives the controller half the interval to take a heartbeat from its queue, and prints an error when a
        // busy machine takes longer. A longer interval makes starts longer.
        settings.put("broker.heartbeat.interval.ms", "1000");
        // Records without content, every half second, tell observers that the controller is alive. Nobody observes it
        // here.
        settings.put("metadata.max.idle.interval.ms", "0");
    }

    private static void putInternalTopics(Map<String, String> settings) {
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        // The first record of a transaction waits in the broker until the last transaction of its producer is
        // complete. After Kafka's limit of 100 ms, a busy broker refuses it; the records sent behind it then arrive
        // first, and the broker prints an error for each. Less than the 30 s after which clients give up.
        settings.put("add.partitions.to.txn.retry.backoff.max.ms", "20000");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "4");
        // The first member of a group is usually the only one here.
        settings.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void putTopicDefaults(Map<String, String> settings) {
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("log.retention.hours", "168");
        // A 1 MiB event, 128 KiB of headers and key, and the batch around them.
        settings.put("message.max.bytes", "1310720");
        // After a kill, the broker re-reads the active segment of each partition and those rolled since the last
        // flush checkpoint.
        settings.put("log.segment.bytes", "134217728");
        settings.put("log.flush.offset.checkpoint.interval.ms", "5000");
        // Large enough for such a segment. Index files are memory-mapped and preallocated to this size.
        settings.put("log.index.size.max.bytes", MIB);
    }

    private static void putMemoryAndThreads(Map<String, String> settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
    }
}
