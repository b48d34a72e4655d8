package io.multichat.app.command.erase;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.app.command.option.ConversationOptions;
import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.option.SettingsOptions;
import io.multichat.app.command.option.TargetOptions;
import io.multichat.app.command.option.UsageException;
import io.multichat.app.command.print.ConversationText;
import io.multichat.app.command.print.Printable;
import io.multichat.app.settings.Settings;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.erasure.CommandReason;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.jobs.erase.CommandPublisher;
import io.multichat.jobs.wait.RunMark;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A hold of one conversation, and the topic to which its commands go. */
final class HoldOptions {
    @Mixin
    private SettingsOptions options;

    @Mixin
    private TargetOptions target;

    @Mixin
    private JsonOption json;

    @Mixin
    private ConversationOptions conversation;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Reason, which the stores keep for ever.")
    private String reason;

    @Parameters(paramLabel = "HOLD", description = "Id of the hold, unique in its conversation, such as a case number.")
    private String id;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    String id() {
        return id;
    }

    /** @throws UsageException if none is named */
    Conversation conversation() {
        return conversation
                .conversation()
                .orElseThrow(() -> new UsageException("name the conversation of the hold with --conversation"));
    }

    /** Publishes a command, and prints that the broker has it: the topology may still refuse it. */
    void publish(EventType type, ErasureCommand hold) {
        Settings settings = target.joining(options.settings());
        ChatEvent event = new ChatEvent(
                type,
                conversation(),
                Optional.empty(),
                Optional.empty(),
                System.currentTimeMillis(),
                OptionalLong.empty(),
                Optional.empty(),
                hold.content(reason == null ? Map.of() : Map.of(CommandReason.NAME, reason)));
        try (CommandPublisher publisher = new CommandPublisher(target.kafka(settings), RunMark.random("hold-id"), 1)) {
            publisher.publish(event);
            publisher.finish();
        }
        print(type);
    }

    private void print(EventType type) {
        PrintWriter out = command.commandLine().getOut();
        if (json.wanted()) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("hold", id).put("conversation", conversation().key()).put("type", type.wireName());
            json.print(out, line);
        } else {
            String action = type == EventType.HOLD_SET ? "set" : "clear";
            out.println("Published the command to " + action + " the hold " + Printable.line(id) + " on "
                    + ConversationText.of(conversation()) + "; `multichat hold list` shows when it is applied");
        }
    }
}
