package io.multichat.jobs.doctor;

import io.multichat.jobs.client.KafkaAccess;
import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;

/**
 * Examines which version of transactions the brokers use.
 *
 * @param kafka the cluster
 */
public record TransactionsCheck(KafkaAccess kafka) implements Check {
    private static final String FEATURE = "transaction.version";
    private static final short SAFE_LEVEL = 2;

    @Override
    public String name() {
        return "versions";
    }

    @Override
    public List<Finding> findings() {
        try (Admin admin = kafka.admin()) {
            FinalizedVersionRange level = kafka.answer(admin.describeFeatures().featureMetadata())
                    .finalizedFeatures()
                    .get(FEATURE);
            return level != null && level.maxVersionLevel() >= SAFE_LEVEL
                    ? List.of()
                    : List.of(Finding.warning(
                            "the brokers use " + FEATURE + "=" + (level == null ? 0 : level.maxVersionLevel())
                                    + ": a delayed write of an ended transaction can become part of the next one (KIP-890)",
                            "Upgrade all brokers to Kafka 4.0 or later, then: kafka-features.sh --bootstrap-server "
                                    + kafka.bootstrapServers() + " upgrade --feature " + FEATURE + "=" + SAFE_LEVEL));
        }
    }
}
