package io.multichat.jobs.imports;

import io.multichat.jobs.client.KafkaAccess;
import java.util.Optional;

/**
 * What is to be imported.
 *
 * @param file where the events are
 * @param kafka where they go
 * @param waitFor what to wait for; empty: only for Kafka to have them
 */
public record ImportRequest(ImportFile file, KafkaAccess kafka, Optional<WaitFor> waitFor) {}
