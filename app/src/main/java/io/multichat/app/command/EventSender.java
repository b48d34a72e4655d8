package io.multichat.app.command;

import io.multichat.app.command.option.UsageException;
import io.multichat.events.ChatEvent;
import io.multichat.events.InvalidEventException;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.jobs.imports.Line;
import io.multichat.jobs.imports.LineReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Publishes events that a person types: what is wrong with one is told at once, and it is not published. */
final class EventSender {
    private final ChatPublisher publisher;
    private final PublishOutcome outcome;
    private final EventDecoder decoder = new EventDecoder();

    EventSender(ChatPublisher publisher, PublishOutcome outcome) {
        this.publisher = publisher;
        this.outcome = outcome;
    }

    void send(ChatEvent event) {
        try {
            publisher.publish(event, outcome.of(event));
        } catch (InvalidEventException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** Publishes each line byte for byte. */
    void sendAll(LineReader lines) throws IOException {
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            send(line.get());
        }
    }

    private void send(Line line) {
        if (line.value().isEmpty()) {
            outcome.refused("line " + line.number() + " is larger than event.max.bytes");
            return;
        }
        byte[] value = line.value().get();
        try {
            publisher.publishBytes(value, List.of(), outcome.of(decoder.decode(value)));
        } catch (InvalidEventException e) {
            outcome.refused("line " + line.number() + " is no event: " + e.getMessage());
        }
    }
}
