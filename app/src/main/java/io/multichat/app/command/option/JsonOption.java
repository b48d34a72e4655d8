package io.multichat.app.command.option;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** {@code --json}: output for programs. */
public final class JsonOption {
    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--json", description = "JSON output.")
    private boolean json;

    /** True when the option was given. */
    public boolean wanted() {
        return json;
    }

    /** Prints an object or a list on one line. */
    public void print(PrintWriter out, Object value) {
        try {
            out.println(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the output cannot be written as JSON", e);
        }
    }
}
