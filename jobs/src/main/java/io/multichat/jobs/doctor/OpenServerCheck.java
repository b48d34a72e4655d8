package io.multichat.jobs.doctor;

import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.client.ServerException;
import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import io.multichat.reading.diagnosis.Hosts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the HTTP server for chat without a key, and looks whether keys travel to it in clear text.
 *
 * @param server its address
 */
public record OpenServerCheck(URI server) implements Check {
    @Override
    public String name() {
        return "access";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (Hosts.isLocal(server.getHost())) {
            return findings;
        }
        if (answersAnyone()) {
            findings.add(
                    Finding.danger(
                            "the HTTP server at " + server
                                    + " answers without an API key: whoever reaches it can read and write",
                            "Set http.api.keys (`multichat key` makes keys) and restart it; look for a proxy that adds a key."));
        }
        if ("http".equals(server.getScheme())) {
            findings.add(Finding.warning(
                    "API keys and chat travel to " + server + " in clear text",
                    "Set http.tls.certificate and http.tls.key, or let a proxy on that machine speak TLS."));
        }
        return findings;
    }

    private boolean answersAnyone() {
        try {
            new ServerClient(server, Optional.empty()).get("/v1/sessions", Map.of("limit", "1"));
            return true;
        } catch (ServerException e) {
            // Refused, as it should be; a server that does not answer is found by another check.
            return false;
        }
    }
}
