package io.multichat.server.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.SessionId;
import io.multichat.reading.erase.Person;
import io.multichat.server.erase.ErasureRefusedException;
import io.multichat.server.erase.ErasureRefusedException.Reason;
import io.multichat.server.erase.ErasureRequests;
import io.multichat.server.erase.ErasureState;
import io.multichat.server.erase.StartedErasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes what is requested, and refuses it where the id of a person says so. */
public final class MemoryErasures implements ErasureRequests {
    /** The sessions and people that clients erased. */
    public final List<Object> requested = new ArrayList<>();

    @Override
    public StartedErasure deleteSession(SessionId session) {
        return started(session);
    }

    @Override
    public StartedErasure erase(Person person) {
        switch (person.id()) {
            case "nobody" -> throw new ErasureRefusedException(Reason.NOT_FOUND, "nothing found");
            case "held" -> throw new ErasureRefusedException(Reason.ON_HOLD, "the hold case-1 protects it");
            case "away" -> throw new ErasureRefusedException(Reason.UNAVAILABLE, "the server is starting");
            default -> {
                return started(person);
            }
        }
    }

    @Override
    public Optional<ErasureState> state(String id) {
        return Optional.ofNullable(Map.of(
                        "running", new ErasureState(ErasureState.State.RUNNING, Optional.empty(), Optional.empty()),
                        "stopped",
                                new ErasureState(
                                        ErasureState.State.INTERRUPTED, Optional.of("no broker"), Optional.empty()),
                        "done",
                                new ErasureState(
                                        ErasureState.State.FINISHED,
                                        Optional.empty(),
                                        Optional.of(JsonNodeFactory.instance
                                                .objectNode()
                                                .put("erasure", "done"))))
                .get(id));
    }

    private StartedErasure started(Object request) {
        requested.add(request);
        ObjectNode plan = JsonNodeFactory.instance.objectNode().put("at", "2026-01-31T09:30:00Z");
        plan.putArray("erasures")
                .addObject()
                .put("conversation", "irc/%23a")
                .put("messages", 1)
                .put("revisions", 0)
                .put("events", 0);
        plan.putArray("deletedBefore");
        plan.putObject("stores");
        return new StartedErasure("running", plan);
    }
}
