package io.multichat.jobs.publish;

import io.multichat.events.ChatEvent;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Receives the outcome of every event. Called by the publishing thread and by the producer's thread. */
public interface PublishListener {
    /** @param written partition and offset of the event */
    void published(ChatEvent event, RecordMetadata written);

    /** @param problem the error in one line */
    void refused(String problem);
}
