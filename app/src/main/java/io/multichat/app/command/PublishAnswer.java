package io.multichat.app.command;

import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.print.Printable;
import io.multichat.events.ChatEvent;
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
    private final AtomicInteger failed = new AtomicInteger();

    PublishAnswer(CommandLine command, JsonOption json) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.json = json;
    }

    @Override
    public void published(ChatEvent event, RecordMetadata written) {
        String conversation = event.conversation().key();
        if (!json.wanted()) {
            String id = event.messageId().map(Printable::line).orElse("");
            out.println(conversation + " " + written.partition() + "@" + written.offset() + " " + id);
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

    /** The exit code: 1 when an event was refused. */
    int exitCode() {
        return failed.get() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
