package io.multichat.jobs.doctor;

import io.multichat.jobs.client.KafkaAccess;
import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/**
 * Looks for records that a topic deleted before the topology or a sink had read them. Once such a reader has read on, its group no longer
 * shows that.
 *
 * @param kafka the cluster
 */
public record RetentionCheck(KafkaAccess kafka) implements Check {
    @Override
    public String name() {
        return "retention";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try (Admin admin = kafka.admin()) {
            for (ReaderGroup group : ReaderGroup.all(kafka, admin)) {
                group.partitions().forEach((partition, place) -> {
                    if (place.next() < place.start()) {
                        findings.add(Finding.danger(
                                group.title() + " will never read " + (place.start() - place.next()) + " records of "
                                        + partition + ": the topic deleted them before",
                                group.isTopology()
                                        ? "Publish them again; raise retention.input and the retention.ms of the topic."
                                        : "Restore the store from a backup that holds them; raise retention.transcript and"
                                                + " the retention.ms of the topic."));
                    }
                });
            }
        }
        return findings;
    }
}
