package io.multichat.app.command;

import io.multichat.app.command.option.ConversationOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.MessageOptions;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.settings.SessionSettings;
import io.multichat.app.settings.Settings;
import io.multichat.events.ChatEvent;
import io.multichat.events.InvalidEventException;
import io.multichat.formats.jsonl.JsonLinesReader;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.imports.source.ImportFile;
import io.multichat.jobs.publish.PublishRun;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "publish", description = "Publish a message given by options, or events read from standard input.")
final class PublishCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Mixin
    private ConversationOptions conversation;

    @Mixin
    private MessageOptions message;

    @Parameters(
            arity = "0..1",
            paramLabel = "INPUT",
            description = "-: events from standard input, one JSON object per line.")
    private String input;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (input == null) {
            ChatEvent event = message.event(conversation.conversation());
            return publish(run -> publish(run, event));
        }
        if (!input.equals("-")) {
            throw new UsageException(
                    "publish reads standard input only (-); for a file use import --format jsonl FILE");
        }
        if (message.given() || conversation.conversation().isPresent()) {
            throw new UsageException("give a message either by options or on standard input, not both");
        }
        int maxBytes = target.joining(options.settings()).get(SessionSettings.EVENT_MAX_BYTES);
        return publish(run -> run.publishAll(new JsonLinesReader(new ImportFile("-").open(), maxBytes)));
    }

    /** The events to publish: one message or a stream of events. */
    private interface Source {
        void publishBy(PublishRun run) throws IOException;
    }

    private int publish(Source source) throws IOException {
        PublishAnswer answer = new PublishAnswer(spec.commandLine(), json);
        Settings settings = target.joining(options.settings());
        ClockSkew clockSkew = new ClockSkew(settings.get(SessionSettings.CLOCK_SKEW_MAX));
        try (PublishRun run = new PublishRun(target.kafka(settings), clockSkew, answer)) {
            source.publishBy(run);
        }
        return answer.exitCode();
    }

    private static void publish(PublishRun run, ChatEvent event) {
        try {
            run.publish(event);
        } catch (InvalidEventException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
