package io.multichat.server.tiers;

import io.multichat.events.Conversation;
import io.multichat.reading.StoreException;
import io.multichat.reading.StoredMessage;
import io.multichat.server.progress.ReadDemand;
import io.multichat.server.progress.StoreDemand;
import io.multichat.server.progress.WrittenEvents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;

/** Asks the tiers for answers that meet a demand, and waits a moment until a tier can give one. Thread-safe. */
public final class PatientTiers {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Tiers tiers;
    private final WrittenEvents written;

    public PatientTiers(Tiers tiers, WrittenEvents written) {
        this.tiers = tiers;
        this.written = written;
    }

    /**
     * The answer to a question. A tier that does not meet the demand is skipped; the question is repeated until one answers.
     *
     * @param question asks the tiers that it is given, maybe several times
     * @throws IllegalArgumentException if a token of the demand names no published event
     * @throws TiersUnavailableException if no tier could answer as demanded within a moment
     */
    public <T> T ask(ReadDemand demand, Function<Tiers, T> question) {
        return ask(demand, question, any -> true);
    }

    /**
     * The details of the messages of a page, as {@link DetailTiers#of} gives them. Waits a moment for a store that has processed what
     * is demanded; without one, the answer names the stores that are behind.
     */
    public PageDetails details(
            ReadDemand demand, Conversation conversation, List<StoredMessage> messages, boolean withVersions) {
        return ask(
                demand, able -> able.details().of(conversation, messages, withVersions), details -> !details.behind());
    }

    /** @param isFinal false for an answer that may get better in a moment */
    private <T> T ask(ReadDemand demand, Function<Tiers, T> question, Predicate<T> isFinal) {
        if (demand.tokens().isEmpty()) {
            return question.apply(tiers.meeting(demand, StoreDemand.NONE));
        }
        requirePublished(demand);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                T answer = question.apply(tiers.meeting(demand, written.demand(demand.tokens())));
                if (isFinal.test(answer) || System.nanoTime() - deadline >= 0) {
                    return answer;
                }
            } catch (TiersUnavailableException e) {
                if (!e.isTemporary() || System.nanoTime() - deadline >= 0) {
                    throw e;
                }
            }
            pause();
        }
    }

    private void requirePublished(ReadDemand demand) {
        try {
            written.requirePublished(demand.tokens());
        } catch (StoreException e) {
            throw StoreChain.unavailable(e);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new TiersUnavailableException("the server is stopping", null);
        }
    }
}
