package io.multichat.jobs.doctor;

import io.multichat.jobs.client.KafkaAccess;
import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import io.multichat.reading.diagnosis.Hosts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;

/**
 * Looks whether the brokers accept anyone.
 *
 * @param kafka the cluster
 */
public record KafkaAccessCheck(KafkaAccess kafka) implements Check {
    @Override
    public String name() {
        return "access";
    }

    @Override
    public List<Finding> findings() {
        Map<String, Object> config = kafka.config();
        Object protocol = config.getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT");
        if (!"PLAINTEXT".equals(protocol)) {
            return List.of();
        }
        try (Admin admin = kafka.admin()) {
            String open = kafka.answer(admin.describeCluster().nodes()).stream()
                    .filter(node -> !Hosts.isLocal(node.host()))
                    .map(Node::host)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return open.isEmpty()
                    ? List.of()
                    : List.of(
                            Finding.warning(
                                    "the brokers on " + open
                                            + " accept clients without a password and unencrypted: whoever reaches"
                                            + " them can read and write all topics",
                                    "Keep them in a network of their own, or set up SASL_SSL and give its settings as kafka.*."));
        }
    }
}
