package io.multichat.sinks.core.conformance;

import io.multichat.events.InvalidEventException;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.loop.EntryDecoder;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/** The accepted events of a log, commands included. */
final class AcceptedEvents {
    private static final EntryDecoder DECODER = new EntryDecoder(SinkTopics.defaults());

    private AcceptedEvents() {}

    /** The event of a record of the transcript; empty for any other record. */
    static Optional<SinkEntry.Transcript> of(SinkRecord record) {
        try {
            return of(DECODER.decode(record));
        } catch (InvalidEventException e) {
            return Optional.empty();
        }
    }

    /** The event of an entry; empty for a snapshot. */
    static Optional<SinkEntry.Transcript> of(SinkEntry entry) {
        if (entry instanceof SinkEntry.Erasure erasure) {
            return Optional.of(erasure.command());
        }
        return entry instanceof SinkEntry.Transcript transcript ? Optional.of(transcript) : Optional.empty();
    }
}
