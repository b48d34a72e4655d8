package io.multichat.jobs.imports.journal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Looks whether a log still has the records that an import wrote: a broker that lost power may have lost the end of it. */
public final class LogCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LogCheck() {}

    /**
     * True if every record is there. False also if retention has removed one or it cannot be read soon.
     *
     * @param consumer joins no group; its assignment changes
     * @param header the name of the header with the marks
     */
    public static boolean has(Consumer<byte[], byte[]> consumer, String header, List<LogEnd> ends) {
        return ends.stream().allMatch(end -> has(consumer, header, end));
    }

    private static boolean has(Consumer<byte[], byte[]> consumer, String header, LogEnd end) {
        TopicPartition partition = new TopicPartition(end.topic(), end.partition());
        consumer.assign(List.of(partition));
        long first = consumer.beginningOffsets(List.of(partition)).get(partition);
        long next = consumer.endOffsets(List.of(partition)).get(partition);
        if (end.offset() < first || end.offset() >= next) {
            return false;
        }
        consumer.seek(partition, end.offset());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<ConsumerRecord<byte[], byte[]>> record = Optional.empty();
        while (record.isEmpty() && System.nanoTime() < deadline) {
            record = consumer.poll(Duration.ofMillis(100)).records(partition).stream()
                    .findFirst();
        }
        return record.filter(found -> found.offset() == end.offset())
                .map(found -> found.headers().lastHeader(header))
                .map(Header::value)
                .filter(mark -> Arrays.equals(mark, end.mark().getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }
}
