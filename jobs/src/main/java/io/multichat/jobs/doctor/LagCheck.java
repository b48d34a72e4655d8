package io.multichat.jobs.doctor;

import io.multichat.jobs.client.KafkaAccess;
import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/**
 * Examines whether the topology and the sinks run, and how many records they have not read.
 *
 * @param kafka the cluster
 * @param maxLag the number of unread records from which on a reader that runs is a finding
 */
public record LagCheck(KafkaAccess kafka, long maxLag) implements Check {
    @Override
    public String name() {
        return "lag";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try (Admin admin = kafka.admin()) {
            for (ReaderGroup group : ReaderGroup.all(kafka, admin)) {
                add(group, findings);
            }
        }
        return findings;
    }

    private void add(ReaderGroup group, List<Finding> findings) {
        // Of a transaction's end, which is a record too, a stopped reader may not know.
        long markers = group.partitions().size();
        if (!group.running() && group.lag() > markers) {
            findings.add(
                    Finding.danger(
                            group.title() + " does not run and has not read " + group.lag() + " records",
                            group.isTopology()
                                    ? "Start `multichat serve`."
                                    : "Start the Connect worker, or restart the connector through the REST interface of Connect."));
        } else if (group.lag() > maxLag) {
            findings.add(
                    Finding.warning(
                            group.title() + " has not read " + group.lag() + " records",
                            "Run the doctor again: if the number grows, see \"A store lags behind\" in docs/troubleshooting.md."));
        }
    }
}
