package io.multichat.app.command.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.app.command.option.ConversationOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.command.option.ZoneOption;
import io.multichat.app.command.print.LiveText;
import io.multichat.app.command.print.Paint;
import io.multichat.app.command.print.Printable;
import io.multichat.app.command.print.TimeText;
import io.multichat.app.command.print.TranscriptText;
import io.multichat.events.SessionId;
import io.multichat.jobs.client.LiveStream;
import io.multichat.jobs.client.ServerClient;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints live events until the user stops it or nobody reads its output any more. */
@Command(
        name = "tail",
        description = {
            "Print the events of a conversation, of a session or of all conversations as they are accepted, until Ctrl-C.",
            "After a lost connection it continues where it was."
        })
public final class TailCommand implements Runnable {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Mixin
    private ConversationOptions conversation;

    @Option(names = "--session", paramLabel = "ID", description = "Only the events of this session.")
    private String session;

    @Mixin
    private ZoneOption zone;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Optional<String> followed = sessionId();
        NamedConversation named = new NamedConversation(conversation, conversation.candidates());
        ServerClient server = target.server(options.settings());
        Map<String, String> query = new LinkedHashMap<>();
        if (!named.candidates().isEmpty()) {
            query.putAll(named.parameters(server, true));
        }
        followed.ifPresent(id -> query.put("session", id));
        LiveStream events = new LiveStream(server, query);
        try {
            events.follow(new Printer());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> sessionId() {
        try {
            return Optional.ofNullable(session).map(id -> SessionId.parse(id).toString());
        } catch (IllegalArgumentException e) {
            throw new UsageException("\"" + session + "\" is not a session id: " + e.getMessage(), e);
        }
    }

    private final class Printer implements LiveStream.Listener {
        private final PrintWriter out = spec.commandLine().getOut();
        private final PrintWriter err = spec.commandLine().getErr();
        private final LiveText text =
                new LiveText(new TranscriptText(out, Paint.ofOutput(), new TimeText(zone.zone())));
        private boolean isLost;

        @Override
        public boolean event(String name, JsonNode data) {
            if (name.equals("reset")) {
                err.println("multichat: some events were missed; `multichat show` prints all messages of a session");
            }
            if (json.wanted()) {
                ObjectNode line = JsonNodeFactory.instance.objectNode();
                line.put("type", name);
                line.set("data", data);
                json.print(out, line);
            } else {
                text.event(name, data);
            }
            // True if nobody reads the output any more.
            return !out.checkError();
        }

        @Override
        public void connected() {
            if (isLost) {
                isLost = false;
                err.println("multichat: connected again");
            }
        }

        @Override
        public void lost(String reason) {
            if (!isLost) {
                isLost = true;
                err.println("multichat: " + Printable.line(reason) + "; trying again");
            }
        }
    }
}
