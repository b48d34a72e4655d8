package io.multichat.jobs.erase;

import io.multichat.events.ChatEvent;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.publish.ChatPublisher;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.erase.plan.ErasureException;
import io.multichat.jobs.wait.Pause;
import io.multichat.jobs.wait.RunMark;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;

/** Publishes commands, no faster than a rate, so that stores that rewrite files keep up. Used by one thread. */
public final class CommandPublisher implements AutoCloseable {
    private final ChatPublisher publisher;
    private final RunMark mark;
    private final long intervalNanos;
    private final EventEncoder encoder = new EventEncoder();
    private final Map<TopicPartition, Long> lastOffsets = new ConcurrentHashMap<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long next = System.nanoTime();

    /**
     * Connects to Kafka.
     *
     * @param mark a header for every command
     * @param perSecond the maximum number of commands a second, at least 1
     * @throws io.multichat.jobs.client.KafkaUnavailableException when Kafka does not answer or the topic does not exist
     */
    public CommandPublisher(KafkaAccess kafka, RunMark mark, int perSecond) {
        this.publisher = kafka.publisher();
        this.mark = mark;
        this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /**
     * Publishes a command, when it is its turn. {@link #finish} reports a failure.
     *
     * @throws io.multichat.jobs.wait.WaitFailedException if the thread is interrupted
     */
    public void publish(ChatEvent command) {
        Pause.nanos(next - System.nanoTime(), "the turn of the next command");
        next = Math.max(next, System.nanoTime() - intervalNanos) + intervalNanos;
        publisher.publishBytes(encoder.encode(command), List.of(mark), (written, problem) -> {
            if (problem == null) {
                lastOffsets.merge(
                        new TopicPartition(written.topic(), written.partition()), written.offset(), Math::max);
            } else {
                failure.compareAndSet(null, problem);
            }
        });
    }

    /**
     * Waits until Kafka has all commands.
     *
     * @return the offset of the last command in each partition
     * @throws ErasureException if Kafka did not take one
     */
    public Map<TopicPartition, Long> finish() {
        publisher.flush();
        if (failure.get() != null) {
            throw new ErasureException(
                    "a command could not be published: " + failure.get().getMessage()
                            + "; resume when Kafka is available: commands that were published already are dropped as duplicates",
                    failure.get());
        }
        return Map.copyOf(lastOffsets);
    }

    @Override
    public void close() {
        publisher.close();
    }
}
