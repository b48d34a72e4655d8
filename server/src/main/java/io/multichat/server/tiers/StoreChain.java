package io.multichat.server.tiers;

import io.multichat.reading.SessionReader;
import io.multichat.reading.StoreException;
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
    private static final String INCOMPLETE = "does not hold all of it";

    private final List<Store> stores;
    private final Optional<SessionReader> archive;

    private record Store(SessionReader reader, StoreCalls calls) {}

    /**
     * The outcome of a question to all stores.
     *
     * @param skipped the stores that did not answer
     * @param failure the last reason why a store could not be asked; null if all could
     */
    record Asked<T>(Optional<Answer<T>> answer, List<SkippedTier> skipped, RuntimeException failure) {}

    /**
     * A chain of stores, which whoever opened them closes.
     *
     * @param fast the stores that follow the topics closely, fastest first
     * @param archive the store that may be a commit interval behind; asked last
     */
    public StoreChain(List<SessionReader> fast, Optional<SessionReader> archive) {
        this.stores = Stream.concat(fast.stream(), archive.stream())
                .map(reader -> new Store(reader, new StoreCalls(reader.name(), reader.patience())))
                .toList();
        this.archive = archive;
    }

    boolean isArchive(SessionReader store) {
        return archive.filter(store::equals).isPresent();
    }

    /**
     * The first answer of any store, and the store that gave it; empty if none has one.
     *
     * @param conclusive decides whether an answer counts even though an earlier tier could not be asked
     * @param earlierFailure why a tier before the stores could not be asked; null if it was
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
        List<SkippedTier> skipped = new ArrayList<>();
        for (Store store : stores) {
            String name = store.reader().name();
            try {
                Optional<T> found = store.calls().call(() -> question.apply(store.reader()));
                if (found.isPresent() && (failure == null || conclusive.test(found.get()))) {
                    Answer<T> answer = new Answer<>(found.get(), name, true, List.copyOf(skipped));
                    return new Asked<>(Optional.of(answer), skipped, failure);
                }
                skipped.add(new SkippedTier(name, INCOMPLETE));
            } catch (StoreException e) {
                skipped.add(new SkippedTier(name, e.getMessage()));
                failure = e;
            }
        }
        return new Asked<>(Optional.empty(), skipped, failure);
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
