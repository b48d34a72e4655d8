package io.multichat.jobs.rebuild;

import io.multichat.events.ChatEvent;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.Topics;
import io.multichat.events.erasure.DeletedInterval;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.LogErasure;
import io.multichat.jobs.client.OneLine;
import io.multichat.jobs.client.TopicRecords;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Collects all events from which a deployment can be built again.
 *
 * @param archive the archive, which must be whole
 * @param kafka the cluster, whose topology must be stopped
 */
record ReplayCollection(ArchiveAccess archive, KafkaAccess kafka) {
    /**
     * Fills an empty spool. The records of the input topics come without the commands that were refused: what forbade them may be
     * gone, and nothing may be erased because of a rebuild.
     *
     * @return the ends of the input topics, up to which their records are in the spool
     * @throws RebuildException when the archive is damaged or cannot be read
     */
    Map<TopicPartition, Long> into(ReplaySpool spool) {
        LogErasure erasure = new LogErasure();
        collectArchive(spool, erasure);
        spool.index();
        TopicRecords.forEach(kafka, List.of(Topics.TRANSCRIPT), record -> learn(record, erasure));
        TopicRecords.forEach(
                kafka,
                List.of(Topics.TRANSCRIPT),
                record -> value(record)
                        .flatMap(value -> accepted(record, value, erasure))
                        .filter(event -> !spool.hasArchived(
                                record.topic(), record.partition(), record.offset(), OneLine.of(event)))
                        .ifPresent(event -> add(spool, origin(record), record, event)));
        RefusedCommands refused = RefusedCommands.in(kafka);
        Map<TopicPartition, Long> ends = TopicRecords.forEach(
                kafka,
                kafka.deployment().inputTopics(),
                record -> value(record)
                        .filter(value -> !refused.contains(record))
                        .flatMap(erasure::restOfInput)
                        .ifPresent(event -> add(spool, ReplaySpool.Origin.INPUT, record, event)));
        spool.complete();
        return ends;
    }

    private void collectArchive(ReplaySpool spool, LogErasure erasure) {
        try {
            archive.reader().forEachEvent(0, ChatEvent.MAX_TIME + 1, line -> {
                erasure.learn(line.event(), line.placement());
                spool.add(
                        origin(ReplaySpool.Origin.ARCHIVE, line.placement()),
                        Topics.TRANSCRIPT,
                        line.partition(),
                        line.offset(),
                        DeletedInterval.addTo(line.event(), line.placement()));
            });
        } catch (ArchiveDamagedException e) {
            throw new RebuildException("the archive is damaged, and nothing was changed: " + e.withRemedy(), e);
        } catch (IOException e) {
            throw new RebuildException("the archive cannot be read: " + e.getMessage(), e);
        }
    }

    /** The topology refuses a record that is not an event, and a transcript has none unless another program wrote it. */
    private static Optional<byte[]> accepted(ConsumerRecord<byte[], byte[]> record, byte[] value, LogErasure erasure) {
        try {
            Placement placement = Placement.readFrom(record.headers());
            Optional<byte[]> rest = erasure.rest(value, placement);
            return rest.isPresent() ? Optional.of(DeletedInterval.addTo(rest.get(), placement)) : rest;
        } catch (InvalidEventException e) {
            return Optional.of(value);
        }
    }

    private static ReplaySpool.Origin origin(ConsumerRecord<byte[], byte[]> accepted) {
        try {
            return origin(ReplaySpool.Origin.TRANSCRIPT, Placement.readFrom(accepted.headers()));
        } catch (InvalidEventException e) {
            return ReplaySpool.Origin.TRANSCRIPT;
        }
    }

    private static ReplaySpool.Origin origin(ReplaySpool.Origin place, Placement placement) {
        return DeletedInterval.isIn(placement) ? ReplaySpool.Origin.DELETION : place;
    }

    private static void learn(ConsumerRecord<byte[], byte[]> record, LogErasure erasure) {
        try {
            if (record.value() != null) {
                erasure.learn(record.value(), Placement.readFrom(record.headers()));
            }
        } catch (InvalidEventException e) {
            // Passed on as it is.
        }
    }

    /** A record without a value is not an event and was refused when it arrived. */
    private static Optional<byte[]> value(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.value());
    }

    private static void add(
            ReplaySpool spool, ReplaySpool.Origin origin, ConsumerRecord<byte[], byte[]> record, byte[] event) {
        spool.add(origin, record.topic(), record.partition(), record.offset(), event);
    }
}
