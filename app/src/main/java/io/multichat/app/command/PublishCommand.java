package io.multichat.app.command;

import io.multichat.app.command.option.ConversationOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.MessageOptions;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.settings.SessionSettings;
import io.multichat.events.ChatEvent;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.imports.LineReader;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "publish",
        description = "Publishes one message that is given by flags, or events that are read as lines of JSON.")
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
            paramLabel = "-",
            description = "-: reads events from standard input, one JSON object a line.")
    private String input;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (input == null) {
            ChatEvent event = message.event(conversation.conversation());
            return publish(sender -> sender.send(event));
        }
        if (!input.equals("-")) {
            throw new UsageException(
                    "publish reads only standard input (-); for a file use import --format jsonl FILE");
        }
        if (message.given() || conversation.conversation().isPresent()) {
            throw new UsageException("give a message either by flags or on standard input, not both");
        }
        int maxBytes = options.settings().get(SessionSettings.EVENT_MAX_BYTES);
        return publish(sender -> sender.sendAll(new LineReader(System.in, maxBytes)));
    }

    /** What is to be sent. */
    private interface Sending {
        void by(EventSender sender) throws IOException;
    }

    private int publish(Sending sending) throws IOException {
        KafkaAccess kafka = target.kafka(options.settings());
        PublishOutcome outcome = new PublishOutcome(spec.commandLine(), json);
        try (ChatPublisher publisher = kafka.publisher()) {
            sending.by(new EventSender(publisher, outcome));
            publisher.flush();
        }
        return outcome.exitCode();
    }
}
