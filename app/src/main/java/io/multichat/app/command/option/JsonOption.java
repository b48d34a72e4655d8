package io.multichat.app.command.option;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Whether a command prints for programs. */
public final class JsonOption {
    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    public boolean wanted() {
        return json;
    }

    /** Prints one object or list in one line. */
    public void print(PrintWriter out, Object value) {
        try {
            out.println(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a command prints is always JSON", e);
        }
    }
}
