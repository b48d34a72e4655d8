package io.multichat.jobs.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.jobs.client.ServerClient;
import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks the HTTP server what keeps it from working and what its stores lack.
 *
 * @param server the server
 */
public record ServerCheck(ServerClient server) implements Check {
    private static final int NOT_READY = 503;

    @Override
    public String name() {
        return "server";
    }

    @Override
    public List<Finding> findings() {
        JsonNode ready = server.get("/readyz", Map.of(), NOT_READY);
        List<Finding> findings = new ArrayList<>();
        ready.path("reasons")
                .forEach(reason -> findings.add(
                        Finding.danger(reason.asText(), "Remove the cause; the server then continues by itself.")));
        ready.path("incomplete").forEach(line -> findings.add(Finding.danger(line.asText(), "Do what the line says.")));
        if (findings.isEmpty() && !ready.path("status").asText().equals("ready")) {
            findings.add(Finding.danger(
                    "the server is not ready, and says why only to clients that may read",
                    "Run the doctor with http.api.key set."));
        }
        return findings;
    }
}
