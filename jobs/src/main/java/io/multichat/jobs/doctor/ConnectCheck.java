package io.multichat.jobs.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.client.ServerException;
import io.multichat.jobs.wait.SinkGroups;
import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Examines the connectors of a Connect cluster and their tasks.
 *
 * @param connect the REST interface of any of its workers
 */
public record ConnectCheck(URI connect) implements Check {
    private static final String RUNNING = "RUNNING";

    @Override
    public String name() {
        return "connectors";
    }

    @Override
    public List<Finding> findings() {
        JsonNode connectors;
        try {
            connectors = new ServerClient(connect, Optional.empty()).get("/connectors", Map.of("expand", "status"));
        } catch (ServerException e) {
            return List.of(Finding.danger(
                    "no Connect worker answers at " + connect, "Start the worker, or correct --connect."));
        }
        List<Finding> findings = new ArrayList<>();
        connectors
                .properties()
                .forEach(each -> add(each.getKey(), each.getValue().path("status"), findings));
        Stream.of("redis", "sqlite", "archive")
                .map(SinkGroups::connector)
                .filter(usual -> !connectors.has(usual))
                .map(usual -> Finding.warning(
                        "Connect at " + connect + " has no connector " + usual,
                        "Create it, as docker/connect/create does, or ignore this if the store is not wanted."))
                .forEach(findings::add);
        return findings;
    }

    private void add(String name, JsonNode status, List<Finding> findings) {
        state("the connector " + name, name, status.path("connector"), findings);
        JsonNode tasks = status.path("tasks");
        tasks.forEach(
                task -> state("task " + task.path("id").asText() + " of the connector " + name, name, task, findings));
        if (tasks.isEmpty()) {
            findings.add(Finding.danger(
                    "the connector " + name + " has no task, so its store receives nothing", restart(name)));
        }
    }

    private void state(String what, String name, JsonNode part, List<Finding> findings) {
        String state = part.path("state").asText("unknown");
        if (state.equals(RUNNING)) {
            return;
        }
        String trace = part.path("trace").asText("").lines().findFirst().orElse("");
        findings.add(Finding.danger(
                what + " is " + state + (trace.isEmpty() ? "" : ": " + trace),
                state.equals("PAUSED") || state.equals("STOPPED")
                        ? "curl -X PUT " + connect + "/connectors/" + name + "/resume"
                        : restart(name)));
    }

    private String restart(String name) {
        return "Remove the cause, then: curl -X POST '" + connect + "/connectors/" + name
                + "/restart?includeTasks=true&onlyFailed=true'";
    }
}
