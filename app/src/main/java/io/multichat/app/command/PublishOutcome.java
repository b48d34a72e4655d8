package io.multichat.app.command;

import io.multichat.app.command.option.JsonOption;
import io.multichat.app.command.print.Printable;
import io.multichat.events.ChatEvent;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import picocli.CommandLine;

/** Prints where events were written. Thread-safe. */
final class PublishOutcome {
    private final PrintWriter out;
    private final PrintWriter err;
    private final JsonOption json;
    private final AtomicInteger failed = new AtomicInteger();

    PublishOutcome(CommandLine command, JsonOption json) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.json = json;
    }

    /** Prints one event when its outcome is known. */
    Callback of(ChatEvent event) {
        return (place, problem) -> {
            if (problem == null) {
                print(event, place);
            } else {
                refused("an event of " + event.conversation().key() + " was not published: " + problem.getMessage());
            }
        };
    }

    void refused(String why) {
        failed.incrementAndGet();
        err.println("multichat: " + Printable.line(why));
    }

    int exitCode() {
        return failed.get() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void print(ChatEvent event, RecordMetadata place) {
        String conversation = event.conversation().key();
        if (!json.wanted()) {
            String id = event.messageId().map(Printable::line).orElse("");
            out.println(conversation + " " + place.partition() + "@" + place.offset() + " " + id);
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("conversation", conversation);
        event.messageId().ifPresent(id -> fields.put("messageId", id));
        fields.put("topic", place.topic());
        fields.put("partition", place.partition());
        fields.put("offset", place.offset());
        json.print(out, fields);
    }
}
