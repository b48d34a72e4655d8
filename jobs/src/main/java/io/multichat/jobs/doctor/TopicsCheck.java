package io.multichat.jobs.doctor;

import io.multichat.jobs.topics.TopicSetup;
import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import io.multichat.reading.diagnosis.Finding.Severity;
import java.util.List;

/**
 * Compares the topics with those that Multichat would create: existence, partitions, cleanup, retention, size of records.
 *
 * @param topics the topics of the deployment
 */
public record TopicsCheck(TopicSetup topics) implements Check {
    @Override
    public String name() {
        return "topics";
    }

    @Override
    public List<Finding> findings() {
        // Fatal or not: what the topics lack or delete cannot be had back.
        return topics.faults().stream()
                .map(fault -> new Finding(Severity.DANGER, fault.problem(), fault.remedy()))
                .toList();
    }
}
