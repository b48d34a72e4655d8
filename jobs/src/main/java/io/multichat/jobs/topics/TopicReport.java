package io.multichat.jobs.topics;

import java.util.List;

/**
 * The result of creating and checking topics.
 *
 * @param created topics that did not exist before
 * @param existing topics that existed before
 * @param warnings settings that may lose records, one line each, with the remedy
 * @param errors what prevents Multichat from running, one line each
 */
public record TopicReport(List<String> created, List<String> existing, List<String> warnings, List<String> errors) {
    /**
     * This report, when Multichat can run on the topics.
     *
     * @throws TopicException listing all errors, when there are any
     */
    public TopicReport requireUsable() {
        if (!errors.isEmpty()) {
            throw new TopicException(String.join("; ", errors));
        }
        return this;
    }
}
