package io.multichat.jobs.erase;

import io.multichat.events.erasure.CommandReason;
import io.multichat.jobs.erase.plan.ErasureException;
import io.multichat.jobs.erase.plan.ErasurePlanner;
import io.multichat.jobs.erase.plan.PlannedErasure;
import io.multichat.jobs.wait.PipelineWait;
import io.multichat.jobs.wait.RunMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Publishes the commands of an erasure and waits until they are applied, then plans again and does the same for what appeared in the
 * meantime, until nothing new appears.
 */
final class ErasureRounds {
    private static final int MAX_ROUNDS = 10;

    private final ErasureRun.Target target;
    private final ErasurePlanner planner;
    private final ErasureProgress progress;

    ErasureRounds(ErasureRun.Target target, ErasurePlanner planner, ErasureProgress progress) {
        this.target = target;
        this.planner = planner;
        this.progress = progress;
    }

    /** @param first the erasures that are known, and noted in the journal */
    CommandOutcomes run(ErasureJournal journal, List<PlannedErasure> first) {
        CommandOutcomes outcomes = new CommandOutcomes();
        RunMark mark = RunMark.random("erasure-id");
        try (PipelineWait pipeline =
                        new PipelineWait(target.kafka(), target.waitFor(), mark, outcomes::refused, System::nanoTime);
                CommandPublisher publisher = new CommandPublisher(target.kafka(), mark, target.perSecond())) {
            List<PlannedErasure> next = first;
            for (int round = 0; !next.isEmpty(); round++) {
                requireEnd(round);
                List<PlannedErasure> permitted = outcomes.add(next);
                if (!permitted.isEmpty()) {
                    publish(journal, permitted, publisher);
                    pipeline.awaitTopology(publisher.finish());
                    progress.at(ErasureProgress.Stage.WAITING_FOR_SINKS, permitted.size());
                    pipeline.awaitSinks();
                }
                next = planner.plan(journal.request(), journal.at()).erasures().stream()
                        .filter(outcomes::isNew)
                        .toList();
                journal.notePlanned(next);
            }
        }
        return outcomes;
    }

    private void publish(ErasureJournal journal, List<PlannedErasure> erasures, CommandPublisher publisher) {
        Map<String, String> attributes = new LinkedHashMap<>(Map.of("erasure", journal.id()));
        journal.request().reason().ifPresent(reason -> attributes.put(CommandReason.NAME, reason));
        long published = 0;
        for (PlannedErasure erasure : erasures) {
            publisher.publish(erasure.event(journal.at(), attributes));
            progress.at(ErasureProgress.Stage.PUBLISHING, ++published);
        }
        progress.at(ErasureProgress.Stage.WAITING_FOR_TOPOLOGY, published);
    }

    private static void requireEnd(int round) {
        if (round == MAX_ROUNDS) {
            throw new ErasureException(
                    "after " + MAX_ROUNDS
                            + " rounds, there are still conversations that appeared meanwhile; resume when fewer events are imported");
        }
    }
}
