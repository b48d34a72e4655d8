package io.multichat.app.command.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.app.command.option.ConversationOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.PageOptions;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.TimeRangeOptions;
import io.multichat.app.command.option.ZoneOption;
import io.multichat.app.command.print.HitText;
import io.multichat.app.command.print.NextPage;
import io.multichat.app.command.print.Paint;
import io.multichat.app.command.print.Printable;
import io.multichat.app.command.print.TimeText;
import io.multichat.app.settings.Settings;
import io.multichat.events.Sender;
import io.multichat.jobs.client.ServerClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        description = {
            "Find messages that contain all given words, most recently stored first.",
            "The last word also matches as the beginning of longer words. Quote a \"phrase\"; exclude a word with -word (after --).",
            "Conditions: from:ID, in:PLATFORM, in:PLATFORM/CHANNEL, role:ROLE, before:TIME, after:TIME, has:link (or reply, edit,",
            "attachment, tool_call, tool_result).",
            "A time range selects the messages that were sent in it."
        })
public final class SearchCommand implements Runnable {
    /** The order of hits; the names are those of the command line and of the HTTP interface. */
    enum Sort {
        NEWEST,
        RELEVANCE
    }

    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Mixin
    private ConversationOptions conversation;

    @Mixin
    private PageOptions page;

    @Option(names = "--sender", paramLabel = "ID", description = "Only messages of the sender with this id.")
    private String sender;

    @Option(
            names = "--role",
            description = "Only messages of senders with this role: user, assistant, system, tool or bot.")
    private Sender.Role role;

    @Option(names = "--sort", description = "Order: newest (the default), or relevance, which has a single page.")
    private Sort sort;

    @Mixin
    private TimeRangeOptions range;

    @Mixin
    private ZoneOption zone;

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "Words to find.")
    private List<String> words;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Settings settings = options.settings();
        Map<String, String> query = query();
        NamedConversation named = NamedConversation.of(conversation);
        ServerClient server = target.server(settings);
        query.putAll(named.parameters(server, false));
        JsonNode answer = server.get("/v1/search", query);
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), answer);
            return;
        }
        HitText text = new HitText(spec.commandLine().getOut(), Paint.ofOutput(), new TimeText(zone.zone()));
        answer.path("hits").forEach(text::print);
        if (answer.path("hits").isEmpty()) {
            spec.commandLine().getErr().println("multichat: " + Printable.line(conversation.nothingFound("messages")));
        }
        NextPage.announce(spec.commandLine().getErr(), answer.path("nextCursor").textValue());
    }

    private Map<String, String> query() {
        return new ServerQuery()
                .with("q", String.join(" ", words))
                .with("sender", sender)
                .with("role", role == null ? null : role.wireName())
                .within(range)
                .with("sort", sort == null ? null : sort.name().toLowerCase(Locale.ROOT))
                .with("cursor", page.cursor())
                .with("limit", page.limit())
                .parameters();
    }
}
