package io.multichat.server.tiers;

import io.multichat.reading.SessionReader;
import io.multichat.reading.StoreException;
import io.multichat.server.progress.BehindException;
import io.multichat.server.progress.StoreDemand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The stores in the order in which they are asked. Remembers which of them hang, so share one. Thread-safe. */
public final class StoreChain {
    private final List<Store> stores;
    private final Optional<SessionReader> archive;
    private final StoreDemand demand;

    private record Store(SessionReader reader, StoreCalls calls, CallCounts counts) {
        static Store of(SessionReader reader) {
            CallCounts counts = new CallCounts();
            return new Store(reader, new StoreCalls(reader.name(), reader.patience(), counts), counts);
        }
    }

    /**
     * The outcome of a question to all stores.
     *
     * @param skipped the tiers that could not be asked, or had not processed what is demanded
     * @param incomplete the names of the stores that do not hold the answer
     * @param failure the last reason why a store could not answer; null if all could
     */
    record Asked<T>(
            Optional<Answer<T>> answer, List<SkippedTier> skipped, List<String> incomplete, RuntimeException failure) {}

    /**
     * A chain of stores, which whoever opened them closes.
     *
     * @param fast the stores that follow the topics closely, fastest first
     * @param archive the store that may be a commit interval behind; asked last
     */
    public StoreChain(List<SessionReader> fast, Optional<SessionReader> archive) {
        this.stores =
                Stream.concat(fast.stream(), archive.stream()).map(Store::of).toList();
        this.archive = archive;
        this.demand = StoreDemand.NONE;
    }

    private StoreChain(StoreChain all, StoreDemand demand) {
        this.stores = all.stores;
        this.archive = all.archive;
        this.demand = demand;
    }

    /** The same stores, of which only those answer that meet a demand. */
    StoreChain demanding(StoreDemand demanded) {
        return demanded.equals(demand) ? this : new StoreChain(this, demanded);
    }

    /** How the calls to each store ended, by its name. */
    Map<String, CallCounts> counts() {
        Map<String, CallCounts> counts = new LinkedHashMap<>();
        stores.forEach(store -> counts.put(store.reader().name(), store.counts()));
        return counts;
    }

    boolean isArchive(SessionReader store) {
        return archive.filter(store::equals).isPresent();
    }

    /**
     * The first answer of any store, and the store that gave it; empty if none has one.
     *
     * @param conclusive decides whether an answer counts even though an earlier tier could not be asked
     * @param earlierFailure why the state, which is asked before the stores, could not be asked; null if it was or need not be
     * @throws TiersUnavailableException if no store has an answer and a tier could not be asked
     */
    <T> Optional<Answer<T>> firstOf(
            Function<SessionReader, Optional<T>> question, Predicate<T> conclusive, RuntimeException earlierFailure) {
        Asked<T> asked = ask(question, conclusive, earlierFailure);
        if (asked.answer().isEmpty() && asked.failure() != null) {
            throw unavailable(asked.failure());
        }
        return asked.answer();
    }

    /** The first answer of any store, as {@link #firstOf} does, but never fails because a store cannot be asked. */
    <T> Asked<T> ask(
            Function<SessionReader, Optional<T>> question, Predicate<T> conclusive, RuntimeException earlierFailure) {
        RuntimeException failure = earlierFailure;
        BehindException behind = null;
        List<SkippedTier> skipped = new ArrayList<>();
        if (earlierFailure != null) {
            skipped.add(new SkippedTier(SessionTiers.STATE, earlierFailure.getMessage()));
        }
        List<String> incomplete = new ArrayList<>();
        for (Store store : stores) {
            String name = store.reader().name();
            try {
                demand.prepare();
                Optional<T> found = store.calls().call(() -> {
                    demand.require(name);
                    return question.apply(store.reader());
                });
                if (found.isPresent() && (failure == null || conclusive.test(found.get()))) {
                    Answer<T> answer = new Answer<>(found.get(), name, skipped);
                    return new Asked<>(Optional.of(answer), skipped, incomplete, failure);
                }
                incomplete.add(name);
            } catch (BehindException e) {
                // The next store has at least what is demanded, or is behind too.
                behind = e;
                skipped.add(new SkippedTier(name, e.getMessage()));
            } catch (StoreException e) {
                skipped.add(new SkippedTier(name, e.getMessage()));
                failure = e;
            }
        }
        return new Asked<>(Optional.empty(), skipped, incomplete, behind == null ? failure : behind);
    }

    /** What keeps each store from answering a question, by its name; empty for a store that answers. */
    Map<String, Optional<String>> failures(Function<SessionReader, ?> question) {
        Map<String, CompletableFuture<Optional<String>>> checks = new LinkedHashMap<>();
        stores.forEach(store ->
                checks.put(store.reader().name(), store.calls().check(() -> question.apply(store.reader()))));
        Map<String, Optional<String>> failures = new LinkedHashMap<>();
        checks.forEach((name, check) -> failures.put(name, check.join()));
        return failures;
    }

    static TiersUnavailableException unavailable(RuntimeException failure) {
        return new TiersUnavailableException("a tier could not be asked: " + failure.getMessage(), failure);
    }
}
