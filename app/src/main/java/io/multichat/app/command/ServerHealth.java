package io.multichat.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.app.command.print.Printable;
import io.multichat.jobs.client.ServerClient;
import io.multichat.jobs.client.ServerException;
import java.io.PrintWriter;
import java.util.Map;

/**
 * What the server says about itself and about the stores under {@code /readyz}.
 *
 * @param server the server
 */
record ServerHealth(ServerClient server) {
    /**
     * Prints what keeps the server from working and what the stores lack, one line each.
     *
     * @return true if there is nothing to print
     */
    boolean report(PrintWriter err) {
        try {
            JsonNode incomplete = server.get("/readyz", Map.of()).path("incomplete");
            incomplete.forEach(line -> err.println("multichat: " + Printable.line(line.asText())));
            return incomplete.isEmpty();
        } catch (ServerException e) {
            if (!e.temporary()) {
                // A server without this resource.
                return true;
            }
            err.println("multichat: the server is not ready; its resource /readyz names the reasons");
            return false;
        }
    }
}
