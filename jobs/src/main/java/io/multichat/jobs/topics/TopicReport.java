package io.multichat.jobs.topics;

import java.util.List;

/**
 * What was done and found.
 *
 * @param created names of topics that did not exist before
 * @param existing names of topics that did
 * @param warnings one line each: settings under which records may vanish or be refused, with the remedy
 * @param errors one line each: what makes it impossible to run
 */
public record TopicReport(List<String> created, List<String> existing, List<String> warnings, List<String> errors) {
    /**
     * Returns the report when Multichat can run on these topics.
     *
     * @throws TopicException with all errors
     */
    public TopicReport requireUsable() {
        if (!errors.isEmpty()) {
            throw new TopicException(String.join("; ", errors));
        }
        return this;
    }
}
