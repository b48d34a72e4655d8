package io.multichat.app.erase;

import io.multichat.jobs.erase.receipt.ReceiptFolder;
import io.multichat.server.erase.ErasureState;
import io.multichat.server.erase.ErasureState.State;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How far the erasures are that this process runs. Thread-safe. */
final class ErasureStates {
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Map<String, String> problems = new ConcurrentHashMap<>();

    void running(String id) {
        running.add(id);
    }

    void finished(String id) {
        running.remove(id);
    }

    void interrupted(String id, String problem) {
        problems.put(id, problem);
        running.remove(id);
    }

    /** The state of an erasure, also of one that another process has run; empty if there is none. */
    Optional<ErasureState> of(String id, ReceiptFolder receipts) {
        if (running.contains(id)) {
            return Optional.of(new ErasureState(State.RUNNING, Optional.empty(), Optional.empty()));
        }
        // A name that is not among the receipts would be read as a path.
        if (receipts.receipts().contains(id)) {
            return Optional.of(new ErasureState(State.FINISHED, Optional.empty(), receipts.find(id)));
        }
        return receipts.unfinished().contains(id)
                ? Optional.of(
                        new ErasureState(State.INTERRUPTED, Optional.ofNullable(problems.get(id)), Optional.empty()))
                : Optional.empty();
    }
}
