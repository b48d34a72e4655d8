package io.multichat.sinks.archive.testing;

import io.multichat.events.Topics;
import io.multichat.sinks.core.conformance.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.TopicPartition;

/** The law of the archive: after any history it holds exactly the records of the topics, which are the model. */
class ExactlyOncePropertyTest {
    private static final TopicPartition OTHER = new TopicPartition(Topics.TRANSCRIPT, 1);

    /** What can happen to the two workers, each of which may believe that it owns all partitions. */
    enum Happening {
        POLL,
        REDELIVER,
        TIME_PASSES,
        REQUEST,
        STOP,
        KILL,
        KILL_IN_A_WHILE,
        FAIL,
        REBALANCE,
        COMPACT,
        COMPACT_KILLED,
        COMPACT_WHILE_POLLING,
        POLL_WHILE_COMPACTING
    }

    /**
     * One step of a history.
     *
     * @param happening what happens
     * @param worker the worker to which it happens
     * @param size number of records, steps or half seconds
     */
    record Step(Happening happening, int worker, int size) {}

    @Property(tries = 60)
    void anyHistoryArchivesEachRecordExactlyOnce(@ForAll("histories") List<Step> history, @ForAll Random random)
            throws IOException {
        TestArchive archive = backlog(random);
        Actors actors = new Actors(archive);
        for (Step step : history) {
            actors.play(step);
            Contents.areTheTopicsUpToTheChains(archive);
        }
        actors.retire();

        Worker last = archive.worker().assignAll();
        last.poll(1_000);
        last.stop();

        Contents.areExactlyTheTopics(archive);
        actors.compact(new Faults());
        archive.clockMs.addAndGet(60_000);
        actors.compact(new Faults());
        Contents.areExactlyTheTopics(archive);
        Contents.haveNoOrphans(archive);
        Scratch.remove(archive.root);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Happening.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 25))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    private static TestArchive backlog(Random random) throws IOException {
        Path root = Scratch.create("archive");
        TestArchive archive = new TestArchive(root)
                .set("archive.commit.records", "20")
                .set("archive.commit.interval", "10s")
                .set("archive.open.files", "2")
                .set("archive.compression", random.nextBoolean() ? "zstd" : "gzip");
        List<TopicPartition> partitions = new ArrayList<>(List.of(TestArchive.TRANSCRIPT, OTHER));
        for (int i = 0; i < 150; i++) {
            long sentAt = Chat.NOON + random.nextInt(5) * Chat.DAY;
            Chat.message(archive, partitions.get(random.nextInt(2)), sentAt, "é".repeat(random.nextInt(400)));
        }
        for (int i = 0; i < 40; i++) {
            Chat.snapshot(archive, TestArchive.SESSIONS, Chat.session(Chat.NOON + i % 7, "m" + i % 7, i));
        }
        return archive;
    }
}
