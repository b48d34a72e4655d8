package io.multichat.jobs.topics;

/**
 * What is wrong with an existing topic.
 *
 * @param fatal true if Multichat cannot run on the topic; false if it may lose records
 * @param problem what was found and what follows from it
 * @param remedy what to do
 */
public record TopicFault(boolean fatal, String problem, String remedy) {
    /** Problem and remedy, for people. */
    public String line() {
        return problem + "; remedy: " + remedy;
    }
}
