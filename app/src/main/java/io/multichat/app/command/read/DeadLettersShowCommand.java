package io.multichat.app.command.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.command.option.ZoneOption;
import io.multichat.app.command.print.DeadLetterText;
import io.multichat.app.command.print.TimeText;
import io.multichat.reading.letters.DeadLetterId;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "show", description = "Print a dead letter with its whole value.")
final class DeadLettersShowCommand implements Runnable {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Parameters(paramLabel = "ID", description = "Id of the letter, as dead-letters list prints it.")
    private String id;

    @Mixin
    private ZoneOption zone;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        JsonNode letter = target.server(options.settings()).get("/v1/dead-letters/" + parsed(id), Map.of());
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), letter);
        } else {
            new DeadLetterText(spec.commandLine().getOut(), new TimeText(zone.zone())).whole(letter);
        }
    }

    /** @throws UsageException if the text is not an id */
    static DeadLetterId parsed(String text) {
        try {
            return DeadLetterId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("\"" + text + "\" is not an id: " + e.getMessage(), e);
        }
    }
}
