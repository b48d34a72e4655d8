package io.multichat.jobs.topics;

import io.multichat.events.text.WholeNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;

/** Compares an existing topic with the plan. */
final class TopicCheck {
    private final TopicPlan.Topic planned;
    private final Config config;
    private final List<TopicFault> warnings = new ArrayList<>();

    TopicCheck(TopicPlan.Topic planned, Config config) {
        this.planned = planned;
        this.config = config;
    }

    /** Why Multichat cannot use a topic with this number of partitions; empty when it can. */
    static Optional<TopicFault> partitions(TopicPlan.Topic planned, int partitions) {
        if (!planned.output() || partitions == planned.partitions()) {
            return Optional.empty();
        }
        return Optional.of(new TopicFault(
                true,
                "the topic " + planned.name() + " has " + partitions + " partitions, but the setting partitions is "
                        + planned.partitions() + ": the number is fixed for the life of a deployment",
                "set partitions=" + partitions));
    }

    /** Why the topology would stop at a large event; empty when every allowed event fits. */
    Optional<TopicFault> tooSmall() {
        long maxBytes = number(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        if (!planned.output() || maxBytes >= planned.maxMessageBytes()) {
            return Optional.empty();
        }
        return Optional.of(fault(
                true,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                "an event of event.max.bytes would not fit and would stop the topology",
                Long.toString(planned.maxMessageBytes())));
    }

    /** Settings that may lose records. */
    List<TopicFault> warnings() {
        cleanup();
        if (!planned.compacted()) {
            expiry();
        }
        return warnings;
    }

    private void cleanup() {
        String planned = this.planned.config().get(TopicConfig.CLEANUP_POLICY_CONFIG);
        if (!planned.equals(text(TopicConfig.CLEANUP_POLICY_CONFIG))) {
            String loss = this.planned.compacted()
                    ? "old snapshots would be deleted, and their sessions would vanish"
                    : "only the newest event of each conversation would remain";
            warn(TopicConfig.CLEANUP_POLICY_CONFIG, loss, planned);
        }
    }

    private void expiry() {
        long retention = number(TopicConfig.RETENTION_MS_CONFIG);
        boolean expires = retention >= 0;
        if (expires && !"LogAppendTime".equals(text(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG))) {
            warn(
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "retention would delete old chat as soon as it is imported",
                    "LogAppendTime");
        }
        if (expires && (planned.retentionMs() < 0 || retention < planned.retentionMs())) {
            warn(
                    TopicConfig.RETENTION_MS_CONFIG,
                    "records would be deleted earlier than configured",
                    Long.toString(planned.retentionMs()));
        }
        if (number(TopicConfig.RETENTION_BYTES_CONFIG) >= 0) {
            warn(TopicConfig.RETENTION_BYTES_CONFIG, "records would be deleted when the topic grows", "-1");
        }
    }

    private void warn(String setting, String loss, String value) {
        warnings.add(fault(false, setting, loss, value));
    }

    private TopicFault fault(boolean fatal, String setting, String loss, String value) {
        return new TopicFault(
                fatal,
                "the topic " + planned.name() + " has " + setting + "=" + text(setting) + ": " + loss,
                "kafka-configs.sh --alter --entity-type topics --entity-name " + planned.name() + " --add-config "
                        + setting + "=" + value);
    }

    private long number(String setting) {
        return WholeNumbers.parseLong(text(setting));
    }

    private String text(String setting) {
        ConfigEntry entry = config.get(setting);
        return entry == null || entry.value() == null ? "-1" : entry.value();
    }
}
