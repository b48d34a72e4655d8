package io.multichat.app.command.access;

import io.multichat.app.command.option.CommonOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.settings.NewApiKey;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "key", description = "Make an API key for the HTTP server. Nothing is stored.")
public final class KeyCommand implements Runnable {
    @Mixin
    private CommonOptions common;

    @Mixin
    private JsonOption json;

    @Parameters(paramLabel = "NAME", description = "Name of the client, as in the access log.")
    private String name;

    @Option(
            names = "--scopes",
            paramLabel = "SCOPE",
            split = ",",
            defaultValue = "read",
            description = "What the key permits, comma-separated: read, write, admin (default: ${DEFAULT-VALUE}).")
    private List<String> scopes;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        NewApiKey made = make();
        PrintWriter out = spec.commandLine().getOut();
        if (json.wanted()) {
            json.print(out, made);
            return;
        }
        out.println("key            " + made.key());
        out.println("configuration  " + made.configuration());
        spec.commandLine()
                .getErr()
                .println("Give the key to the client; it is not shown again."
                        + " Add the configuration to http.api.keys or to the file http.api.keys.file.");
    }

    private NewApiKey make() {
        try {
            return NewApiKey.generate(name, scopes);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
