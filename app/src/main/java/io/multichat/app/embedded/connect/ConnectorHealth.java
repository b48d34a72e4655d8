package io.multichat.app.embedded.connect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a connector and its tasks are doing. A task that has failed stays so until the worker is started again.
 *
 * @param name the connector
 * @param connector its own part, which divides the work
 * @param tasks the parts that do the work, by task number; empty for a moment after the start
 */
public record ConnectorHealth(String name, Part connector, List<Part> tasks) {
    private static final String RUNNING = "RUNNING";

    /**
     * The connector itself or one task.
     *
     * @param state Connect's word: UNASSIGNED, RUNNING, PAUSED, FAILED, RESTARTING, STOPPED
     * @param trace why it failed, as a stack trace; empty unless it did
     */
    public record Part(String state, String trace) {}

    public ConnectorHealth {
        tasks = List.copyOf(tasks);
    }

    /** Whether all of it runs and there is at least one task. */
    public boolean isRunning() {
        return !tasks.isEmpty() && parts().allMatch(part -> part.state().equals(RUNNING));
    }

    /** The trace of the first part that has failed. */
    public Optional<String> failure() {
        return parts().map(Part::trace).filter(trace -> !trace.isEmpty()).findFirst();
    }

    private Stream<Part> parts() {
        return Stream.concat(Stream.of(connector), tasks.stream());
    }
}
