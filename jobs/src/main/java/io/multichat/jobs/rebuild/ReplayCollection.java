package io.multichat.jobs.rebuild;

import io.multichat.events.ChatEvent;
import io.multichat.events.Topics;
import io.multichat.jobs.client.ArchiveAccess;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.client.OneLine;
import io.multichat.jobs.client.TopicRecords;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
     * Fills an empty spool.
     *
     * @return the ends of the input topics, up to which their records are in the spool
     * @throws RebuildException when the archive is damaged or cannot be read
     */
    Map<TopicPartition, Long> into(ReplaySpool spool) {
        try {
            archive.reader()
                    .forEachEvent(
                            0,
                            ChatEvent.MAX_TIME + 1,
                            line -> spool.add(
                                    ReplaySpool.Origin.ARCHIVE,
                                    Topics.TRANSCRIPT,
                                    line.partition(),
                                    line.offset(),
                                    line.event()));
        } catch (ArchiveDamagedException e) {
            throw new RebuildException("the archive is damaged, and nothing was changed: " + e.withRemedy(), e);
        } catch (IOException e) {
            throw new RebuildException("the archive cannot be read: " + e.getMessage(), e);
        }
        spool.index();
        TopicRecords.forEach(kafka, List.of(Topics.TRANSCRIPT), record -> {
            byte[] event = record.value() == null ? new byte[0] : OneLine.of(record.value());
            if (!spool.hasArchived(record.topic(), record.partition(), record.offset(), event)) {
                add(spool, ReplaySpool.Origin.TRANSCRIPT, record);
            }
        });
        Map<TopicPartition, Long> ends = TopicRecords.forEach(
                kafka, kafka.deployment().inputTopics(), record -> add(spool, ReplaySpool.Origin.INPUT, record));
        spool.complete();
        return ends;
    }

    /** A record without a value is not an event and was refused when it arrived. */
    private static void add(ReplaySpool spool, ReplaySpool.Origin origin, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null) {
            spool.add(origin, record.topic(), record.partition(), record.offset(), record.value());
        }
    }
}
