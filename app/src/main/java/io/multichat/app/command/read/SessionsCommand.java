package io.multichat.app.command.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.app.command.option.ConversationOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.PageOptions;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.TimeRangeOptions;
import io.multichat.app.command.option.ZoneOption;
import io.multichat.app.command.print.NextPage;
import io.multichat.app.command.print.Printable;
import io.multichat.app.command.print.SessionListText;
import io.multichat.app.command.print.TimeText;
import io.multichat.app.settings.Settings;
import io.multichat.events.SessionStatus;
import io.multichat.jobs.client.ServerClient;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sessions",
        description = {"List sessions, newest first.", "A time range selects the sessions that started in it."})
public final class SessionsCommand implements Runnable {
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

    @Mixin
    private TimeRangeOptions range;

    @Mixin
    private PageOptions page;

    @Mixin
    private ZoneOption zone;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Settings settings = options.settings();
        Map<String, String> query = query();
        NamedConversation named = NamedConversation.of(conversation);
        ServerClient server = target.server(settings);
        query.putAll(named.parameters(server, true));
        JsonNode answer = server.get("/v1/sessions", query);
        PrintWriter out = spec.commandLine().getOut();
        if (json.wanted()) {
            json.print(out, answer);
            return;
        }
        if (answer.path("sessions").isEmpty()) {
            spec.commandLine().getErr().println("multichat: " + Printable.line(conversation.nothingFound("sessions")));
            return;
        }
        new SessionListText(out, new TimeText(zone.zone())).print(answer.path("sessions"));
        NextPage.announce(spec.commandLine().getErr(), answer.path("nextCursor").textValue());
    }

    private Map<String, String> query() {
        return new ServerQuery()
                .with("state", state == null ? null : state.wireName())
                .within(range)
                .with("cursor", page.cursor())
                .with("limit", page.limit())
                .parameters();
    }
}
