package io.multichat.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.command.print.Printable;
import io.multichat.app.command.print.TranscriptText;
import io.multichat.app.settings.Settings;
import io.multichat.events.SessionId;
import io.multichat.jobs.client.ServerClient;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        description = "Prints one session with its messages. The id of a merged session gives its survivor.")
final class ShowCommand implements Runnable {
    /** From which end messages are read; the names are those of the command line and of the API. */
    enum Direction {
        FORWARD,
        BACKWARD
    }

    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Parameters(paramLabel = "ID", description = "The id of a session.")
    private String id;

    @Option(
            names = "--limit",
            defaultValue = "1000",
            description = "At most so many messages (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--direction",
            defaultValue = "forward",
            description = "forward: oldest first; backward: newest first (default: ${DEFAULT-VALUE}).")
    private Direction direction;

    @Option(names = "--cursor", description = "Goes on where an earlier answer ended.")
    private String cursor;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Settings settings = options.settings();
        String session = sessionId();
        ServerClient server = target.server(settings);
        JsonNode snapshot = server.get("/v1/sessions/" + session, Map.of());
        MessagePages pages = new MessagePages(server, session, direction.name().toLowerCase(Locale.ROOT));
        if (json.wanted()) {
            ObjectNode answer = pages.gather(cursor, limit);
            answer.set("session", snapshot);
            json.print(spec.commandLine().getOut(), answer);
            return;
        }
        TranscriptText text = new TranscriptText(spec.commandLine().getOut());
        text.head(snapshot);
        String next = pages.forEach(cursor, limit, text::message);
        if (next != null) {
            spec.commandLine().getErr().println("there are more: go on with --cursor " + Printable.line(next));
        }
    }

    private String sessionId() {
        if (limit < 1) {
            throw new UsageException("--limit is " + limit + "; it must be at least 1");
        }
        try {
            return SessionId.parse(id).toString();
        } catch (IllegalArgumentException e) {
            throw new UsageException("\"" + id + "\" is not a session id: " + e.getMessage(), e);
        }
    }
}
