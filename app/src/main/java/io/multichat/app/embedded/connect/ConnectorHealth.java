package io.multichat.app.embedded.connect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The state of a connector and its tasks. A failed task stays failed until the worker restarts.
 *
 * @param name the connector's name
 * @param connector the connector itself, which assigns the work
 * @param tasks the tasks, which do the work, by number; empty for a moment after the start
 */
public record ConnectorHealth(String name, Part connector, List<Part> tasks) {
    private static final String RUNNING = "RUNNING";

    /**
     * The connector itself or one task.
     *
     * @param state as Connect names it: UNASSIGNED, RUNNING, PAUSED, FAILED, RESTARTING, STOPPED
     * @param trace the stack trace of the failure; empty unless it failed
     */
    public record Part(String state, String trace) {}

    public ConnectorHealth {
        tasks = List.copyOf(tasks);
    }

    /** Whether the connector and all tasks are running and there is at least one task. */
    public boolean isRunning() {
        return !tasks.isEmpty() && parts().allMatch(part -> part.state().equals(RUNNING));
    }

    /** The stack trace of the first failed part; empty when none failed. */
    public Optional<String> failure() {
        return parts().map(Part::trace).filter(trace -> !trace.isEmpty()).findFirst();
    }

    private Stream<Part> parts() {
        return Stream.concat(Stream.of(connector), tasks.stream());
    }
}
