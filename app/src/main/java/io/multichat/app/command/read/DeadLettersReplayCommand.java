package io.multichat.app.command.read;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.app.command.option.ConfirmOption;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.print.Printable;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.deadletters.Replay;
import io.multichat.reading.letters.DeadLetterId;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Publish the original records of dead letters again to the topics that they came from.",
            "A header names the letter; a record that is refused again is not published a third time. An event that was accepted"
                    + " in the meantime is dropped as a duplicate. Exit code 3 if a letter cannot be replayed."
        })
final class DeadLettersReplayCommand implements Callable<Integer> {
    private static final int SOME_NOT_REPLAYED = 3;

    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Mixin
    private ConfirmOption confirm;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of letters, as dead-letters list prints them.")
    private List<String> ids;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<DeadLetterId> letters =
                ids.stream().map(DeadLettersShowCommand::parsed).distinct().toList();
        if (!confirm.isConfirmed("Publish " + letters.size() + " records again?", "replay publishes records")) {
            spec.commandLine().getErr().println("multichat: nothing was published");
            return 1;
        }
        Settings settings = options.settings();
        int exitCode = 0;
        try (Replay replay = new Replay(target.kafka(settings))) {
            for (DeadLetterId letter : letters) {
                Replay.Outcome outcome = replay.replay(letter);
                print(outcome);
                exitCode = outcome.problem().isPresent() ? SOME_NOT_REPLAYED : exitCode;
            }
        }
        return exitCode;
    }

    private void print(Replay.Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        if (json.wanted()) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("id", outcome.id().toString());
            outcome.topic().ifPresent(topic -> line.put("topic", topic));
            outcome.problem().ifPresent(problem -> line.put("problem", problem));
            json.print(out, line);
        } else if (outcome.topic().isPresent()) {
            out.println("Published " + outcome.id() + " again to "
                    + Printable.line(outcome.topic().get()));
        } else {
            spec.commandLine()
                    .getErr()
                    .println("multichat: " + outcome.id() + " was not published: "
                            + outcome.problem().orElse(""));
        }
    }
}
