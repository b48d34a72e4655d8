package io.multichat.benchmarks.round;

import io.multichat.app.settings.SessionSettings;
import io.multichat.benchmarks.child.FileTree;
import io.multichat.benchmarks.cluster.Cluster;
import io.multichat.benchmarks.cluster.Waiting;
import io.multichat.benchmarks.competitor.Assignment;
import io.multichat.benchmarks.competitor.Competitor;
import io.multichat.benchmarks.load.ChatLoad;
import io.multichat.benchmarks.load.SessionCount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/** Several {@code multichat serve} processes that share the partitions of an input. Used by one thread. */
public final class SharedRound implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final double NANOS = 1e9;

    private final Cluster cluster;
    private final Input input;
    private final Assignment assignment;
    private final long records;
    private final List<ServeProcess> running = new ArrayList<>();

    private SharedRound(Cluster cluster, Input input) {
        this.cluster = cluster;
        this.input = input;
        this.records = input.volume().records();
        this.assignment = new Round(cluster).assignment(Competitor.MULTICHAT, input.name(), records);
        cluster.topics().deleteOutputs();
        cluster.topics().createForMultichat(assignment.settings());
        ServeProcess.build(cluster.path("build.log"));
    }

    /**
     * Lets instances read an existing load, each with an empty state.
     *
     * @param kill whether one of them is killed after a quarter of the load, and started again after the half
     * @throws io.multichat.benchmarks.child.BenchmarkException if a message or a session is missing or there twice
     */
    public static SharedResult run(Cluster cluster, Input input, int instances, boolean kill) {
        try (SharedRound round = new SharedRound(cluster, input)) {
            for (int instance = 0; instance < instances; instance++) {
                round.running.add(round.start(instance));
            }
            long takenOver = kill ? round.killOne() : 0;
            SharedResult result = new SharedResult(instances, round.secondHalf(), takenOver);
            long sessions = SessionCount.of(
                    new ChatLoad(input.load()), round.assignment.settings().get(SessionSettings.SESSION_GAP));
            new RoundCheck(cluster).checkOutputs(input.volume(), sessions);
            return result;
        }
    }

    private ServeProcess start(int instance) {
        return ServeProcess.start(assignment, folder().resolve("instance-" + instance));
    }

    private long killOne() {
        await("a quarter of the input is committed", records / 4);
        Map<TopicPartition, Long> before = committed();
        running.remove(0).kill();
        long killed = System.nanoTime();
        Map<TopicPartition, Long> ends = cluster.offsets().ends(List.of(input.topic()));
        Waiting.until("others have taken over the partitions of the killed instance", PATIENCE, () -> {
            Map<TopicPartition, Long> now = committed();
            return ends.keySet().stream()
                    .allMatch(partition -> now.getOrDefault(partition, 0L) > before.getOrDefault(partition, 0L)
                            || now.getOrDefault(partition, 0L).equals(ends.get(partition)));
        });
        long takenOverMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed);
        await("half of the input is committed", records / 2);
        running.add(start(0));
        return takenOverMillis;
    }

    /** Waits until the whole input is committed. Returns the records per second from the half on. */
    private double secondHalf() {
        await("half of the input is committed", records / 2);
        long from = sum();
        long start = System.nanoTime();
        await("the input is committed", records);
        return (records - from) * NANOS / (System.nanoTime() - start);
    }

    private void await(String what, long offsets) {
        Waiting.until(what, PATIENCE, () -> {
            running.forEach(ServeProcess::requireAlive);
            return sum() >= offsets;
        });
    }

    private long sum() {
        return committed().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<TopicPartition, Long> committed() {
        return cluster.offsets().committed(assignment.applicationId(), input.topic());
    }

    private Path folder() {
        return cluster.path(assignment.applicationId());
    }

    @Override
    public void close() {
        running.forEach(ServeProcess::close);
        FileTree.delete(folder());
    }
}
