package io.multichat.app.command.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.command.option.ZoneOption;
import io.multichat.app.command.print.NextPage;
import io.multichat.app.command.print.Paint;
import io.multichat.app.command.print.TimeText;
import io.multichat.app.command.print.TranscriptText;
import io.multichat.app.settings.Settings;
import io.multichat.events.SessionId;
import io.multichat.jobs.client.MessagePages;
import io.multichat.jobs.client.ServerClient;
import io.multichat.reading.PageRequest;
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
        description = "Print a session with its messages. For the id of a merged session, print its survivor.")
public final class ShowCommand implements Runnable {
    /** The direction of reading; the names are those of the command line and of the HTTP interface. */
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

    @Parameters(paramLabel = "ID", description = "Session id.")
    private String id;

    @Option(
            names = "--limit",
            defaultValue = "1000",
            description = "Maximum number of messages (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--direction",
            defaultValue = "forward",
            description = "Order of messages: forward (oldest first) or backward (default: ${DEFAULT-VALUE}).")
    private Direction direction;

    @Option(names = "--cursor", description = "Continue from a previous cursor.")
    private String cursor;

    @Option(
            names = "--around",
            paramLabel = "ID|TIME",
            description = "Only the messages around this message or RFC 3339 time, half of the limit on each side.")
    private String around;

    @Option(names = "--revisions", description = "Each message with its earlier versions.")
    private boolean revisions;

    @Mixin
    private ZoneOption zone;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Settings settings = options.settings();
        String session = sessionId();
        Map<String, String> window = window();
        ServerClient server = target.server(settings);
        JsonNode snapshot = server.get("/v1/sessions/" + session, Map.of());
        if (!window.isEmpty()) {
            showAround(snapshot, server.get("/v1/sessions/" + session + "/messages", window));
            return;
        }
        MessagePages pages = new MessagePages(server, session, pageParameters());
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), pages.gather(snapshot, cursor, limit));
        } else {
            TranscriptText text = transcript();
            text.head(snapshot);
            NextPage.announce(spec.commandLine().getErr(), pages.forEach(cursor, limit, text::message));
        }
        if (!pages.isComplete()) {
            spec.commandLine()
                    .getErr()
                    .println("multichat: no store holds all messages of this session any more; these are what is left");
        }
    }

    private void showAround(JsonNode snapshot, JsonNode window) {
        if (json.wanted()) {
            ObjectNode shown = JsonNodeFactory.instance.objectNode();
            shown.set("session", snapshot);
            shown.setAll((ObjectNode) window);
            json.print(spec.commandLine().getOut(), shown);
            return;
        }
        TranscriptText text = transcript();
        text.head(snapshot);
        window.path("messages").forEach(text::message);
    }

    /** The request for the messages around one; empty if a page is wanted. */
    private Map<String, String> window() {
        if (around == null) {
            return Map.of();
        }
        if (cursor != null) {
            throw new UsageException("--around and --cursor are both given; give one of them");
        }
        int before = Math.min((limit - 1) / 2, PageRequest.MAX_LIMIT);
        int after = Math.min(limit - 1 - before, PageRequest.MAX_LIMIT);
        return new ServerQuery()
                .with("around", around)
                .with("before", Integer.toString(before))
                .with("after", Integer.toString(after))
                .with("revisions", revisions ? "true" : null)
                .parameters();
    }

    private Map<String, String> pageParameters() {
        return new ServerQuery()
                .with("direction", direction.name().toLowerCase(Locale.ROOT))
                .with("revisions", revisions ? "true" : null)
                .parameters();
    }

    private TranscriptText transcript() {
        return new TranscriptText(spec.commandLine().getOut(), Paint.ofOutput(), new TimeText(zone.zone()));
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
