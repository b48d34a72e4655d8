package io.multichat.app.command.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.app.command.convert.TimeConverter;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.PageOptions;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.ZoneOption;
import io.multichat.app.command.print.DeadLetterText;
import io.multichat.app.command.print.NextPage;
import io.multichat.app.command.print.TimeText;
import io.multichat.events.text.Rfc3339;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "List dead letters, newest first.")
final class DeadLettersListCommand implements Runnable {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Option(names = "--reason", description = "Only letters with this reason, such as missing-field.")
    private String reason;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only letters refused at this time or later: 2026-01-31T09:30:00Z or 2026-01-31.")
    private Instant from;

    @Mixin
    private PageOptions page;

    @Mixin
    private ZoneOption zone;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Map<String, String> query = new ServerQuery()
                .with("reason", reason)
                .with("from", from == null ? null : Rfc3339.format(from.toEpochMilli()))
                .with("cursor", page.cursor())
                .with("limit", page.limit())
                .parameters();
        JsonNode answer = target.server(options.settings()).get("/v1/dead-letters", query);
        PrintWriter out = spec.commandLine().getOut();
        if (json.wanted()) {
            json.print(out, answer);
            return;
        }
        DeadLetterText text = new DeadLetterText(out, new TimeText(zone.zone()));
        answer.path("deadLetters").forEach(text::line);
        if (answer.path("deadLetters").isEmpty()) {
            spec.commandLine().getErr().println("multichat: no dead letters found");
        }
        NextPage.announce(spec.commandLine().getErr(), answer.path("nextCursor").textValue());
    }
}
