package io.multichat.app.command;

import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.print.ConversationText;
import io.multichat.app.command.print.Printable;
import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.jobs.publish.PublishListener;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.RecordMetadata;
import picocli.CommandLine;

/** Prints the outcome of every published event. Thread-safe. */
final class PublishAnswer implements PublishListener {
    private final PrintWriter out;
    private final PrintWriter err;
    private final JsonOption json;
    private final AtomicInteger published = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    PublishAnswer(CommandLine command, JsonOption json) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.json = json;
    }

    @Override
    public void published(ChatEvent event, RecordMetadata written) {
        published.incrementAndGet();
        String conversation = event.conversation().key();
        if (!json.wanted()) {
            String id =
                    event.messageId().map(name -> " " + Printable.line(name)).orElse("");
            out.println("Published " + what(event.type()) + id + " to " + ConversationText.of(event.conversation())
                    + " (partition " + written.partition() + ", offset " + written.offset() + ")");
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("conversation", conversation);
        event.messageId().ifPresent(id -> fields.put("messageId", id));
        fields.put("topic", written.topic());
        fields.put("partition", written.partition());
        fields.put("offset", written.offset());
        json.print(out, fields);
    }

    @Override
    public void refused(String problem) {
        failed.incrementAndGet();
        err.println("multichat: " + Printable.line(problem));
    }

    private static String what(EventType type) {
        return type == EventType.MESSAGE_CREATED ? "message" : type.wireName();
    }

    /** The exit code: 1 when an event was refused or there was none. */
    int exitCode() {
        if (published.get() + failed.get() == 0) {
            refused("standard input is empty; nothing was published");
        }
        return failed.get() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
