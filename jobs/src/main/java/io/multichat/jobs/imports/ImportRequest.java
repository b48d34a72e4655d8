package io.multichat.jobs.imports;

import io.multichat.formats.EventReader;
import io.multichat.jobs.client.KafkaAccess;
import java.util.Optional;

/**
 * What to import.
 *
 * @param file where the events are
 * @param format how the file is written
 * @param kafka where the events go
 * @param waitFor what to wait for; empty: return as soon as Kafka has all events
 */
public record ImportRequest(ImportFile file, EventReader.Opener format, KafkaAccess kafka, Optional<WaitFor> waitFor) {}
