package io.multichat.jobs.imports;

import io.multichat.formats.EventReader;
import io.multichat.jobs.client.ClockSkew;
import io.multichat.jobs.client.KafkaAccess;
import java.util.Optional;

/**
 * What to import.
 *
 * @param file where the events are
 * @param format how the file is written
 * @param kafka where the events go
 * @param clockSkew decides which times are too far in the future
 * @param waitFor what to wait for; empty: return as soon as Kafka has all events
 */
public record ImportRequest(
        ImportFile file,
        EventReader.Opener format,
        KafkaAccess kafka,
        ClockSkew clockSkew,
        Optional<WaitFor> waitFor) {}
