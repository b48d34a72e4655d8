package io.multichat.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.app.command.option.ConversationOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.TimeConverter;
import io.multichat.app.command.print.Printable;
import io.multichat.app.command.print.SessionTable;
import io.multichat.app.settings.Settings;
import io.multichat.events.SessionStatus;
import io.multichat.events.text.Rfc3339;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "sessions", description = "Lists sessions, the latest first.")
final class SessionsCommand implements Runnable {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Mixin
    private ConversationOptions conversation;

    @Option(names = "--state", description = "Only sessions in this state: open, closed, merged or deleted.")
    private SessionStatus.State state;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only sessions that began at or after this time: 2026-01-31T09:30:00Z or 2026-01-31.")
    private Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only sessions that began before this time.")
    private Instant to;

    @Option(names = "--limit", defaultValue = "50", description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--cursor", description = "Goes on where an earlier answer ended.")
    private String cursor;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Settings settings = options.settings();
        Map<String, String> query = query();
        JsonNode answer = target.server(settings).get("/v1/sessions", query);
        PrintWriter out = spec.commandLine().getOut();
        if (json.wanted()) {
            json.print(out, answer);
            return;
        }
        new SessionTable(out).print(answer.path("sessions"));
        String next = answer.path("nextCursor").textValue();
        if (next != null) {
            spec.commandLine().getErr().println("there are more: go on with --cursor " + Printable.line(next));
        }
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        conversation.putInto(query);
        if (state != null) {
            query.put("state", state.wireName());
        }
        if (from != null) {
            query.put("from", Rfc3339.format(from.toEpochMilli()));
        }
        if (to != null) {
            query.put("to", Rfc3339.format(to.toEpochMilli()));
        }
        if (cursor != null) {
            query.put("cursor", cursor);
        }
        query.put("limit", Integer.toString(limit));
        return query;
    }
}
