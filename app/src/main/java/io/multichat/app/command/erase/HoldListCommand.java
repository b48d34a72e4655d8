package io.multichat.app.command.erase;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.print.ConversationText;
import io.multichat.app.command.print.Printable;
import io.multichat.app.erase.Erasures;
import io.multichat.app.settings.Settings;
import io.multichat.events.ChatEvent;
import io.multichat.events.text.Rfc3339;
import io.multichat.reading.erase.SetHold;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description =
                "List the holds that are set. They are read from SQLite, which may lack a hold of the last second.")
final class HoldListCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        PrintWriter out = spec.commandLine().getOut();
        try (Erasures erasures = Erasures.of(target.stores(settings, true), target.layout(), settings)) {
            List<SetHold> holds = erasures.survey().holds();
            if (json.wanted()) {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                holds.forEach(hold -> list.add(json(hold)));
                json.print(out, list);
            } else {
                holds.forEach(hold -> out.println(text(hold)));
            }
        }
        return 0;
    }

    private static ObjectNode json(SetHold hold) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("hold", hold.hold().hold().orElse(""));
        line.put("conversation", hold.conversation().key());
        hold.hold().participant().ifPresent(participant -> line.put("participant", participant.hex()));
        line.put("from", Rfc3339.format(hold.hold().from()));
        line.put("until", Rfc3339.format(hold.hold().until()));
        line.put("setAt", Rfc3339.format(hold.setAt()));
        hold.reason().ifPresent(reason -> line.put("reason", reason));
        return line;
    }

    private static String text(SetHold hold) {
        String who = hold.hold()
                .participant()
                .map(participant -> "  participant " + participant.hex())
                .orElse("");
        String from =
                hold.hold().from() > 0 ? "  from " + Rfc3339.format(hold.hold().from()) : "";
        String until = hold.hold().until() < ChatEvent.MAX_TIME
                ? "  until " + Rfc3339.format(hold.hold().until())
                : "";
        return Printable.line(hold.hold().hold().orElse("")) + "  " + ConversationText.of(hold.conversation()) + who
                + from + until + "  set " + Rfc3339.format(hold.setAt())
                + Printable.line(hold.reason().map(reason -> "  " + reason).orElse(""));
    }
}
