package io.multichat.jobs.verify;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells real differences from what is being written. A session differs while it is being announced, and something else differs the next
 * time; a real difference is the same whenever one looks. A fault of a whole store is none that writing explains, so the newest look
 * decides on it. For one thread.
 */
final class RepeatedLooks {
    private final Set<String> conversations;
    /** The differences that every look found, and the faults of whole stores. */
    private final Set<Difference> lasting;

    private List<Difference> newest;

    /** @param first what was found in all conversations */
    RepeatedLooks(FoundDifferences first) {
        newest = first.kept();
        lasting = new LinkedHashSet<>(newest);
        // A delay does not cause more differences than are kept, and the conversations of the others are unknown.
        conversations = first.isComplete() ? conversations(newest) : Set.of();
    }

    /** The keys of the conversations to look at again; empty if that would tell nothing. */
    Set<String> conversations() {
        return newest.isEmpty() ? Set.of() : conversations;
    }

    /** Adds what was found in these conversations later. */
    void add(FoundDifferences next) {
        newest = next.kept();
        if (next.isComplete()) {
            lasting.retainAll(new HashSet<>(newest));
            newest.stream()
                    .filter(difference -> difference.conversation().isEmpty())
                    .forEach(lasting::add);
        }
    }

    /** The differences that every look found, and the faults of whole stores. */
    Set<Difference> lasting() {
        return lasting;
    }

    /** The number of conversations in which the last look found something else. */
    long changing() {
        return conversations(newest.stream()
                        .filter(difference -> !lasting.contains(difference))
                        .toList())
                .size();
    }

    /** Faults of whole stores have no conversation. */
    private static Set<String> conversations(List<Difference> differences) {
        return differences.stream()
                .map(Difference::conversation)
                .filter(conversation -> !conversation.isEmpty())
                .collect(Collectors.toSet());
    }
}
