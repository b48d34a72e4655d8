package io.multichat.server.state;

import io.multichat.events.InvalidEventException;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotDecoder;
import io.multichat.reading.StoreException;
import io.multichat.server.progress.BehindException;
import io.multichat.server.progress.ReadDemand;
import io.multichat.server.progress.WrittenEvents;
import io.multichat.server.tiers.SessionState;
import io.multichat.server.tiers.StateAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * The state of all instances. Asks the instance that processes the session's partition, which may be this one; while that cannot
 * answer, the copies of the partition. Thread-safe.
 */
public final class SpreadState implements SessionState {
    private final LocalState local;
    private final InstanceCalls others;
    private final WrittenEvents written;
    private final SnapshotDecoder decoder = new SnapshotDecoder();

    public SpreadState(LocalState local, InstanceCalls others, WrittenEvents written) {
        this.local = local;
        this.others = others;
        this.written = written;
    }

    @Override
    public StateAnswer session(SessionId id, ReadDemand demand) {
        ReadDemand ofPartition = ofPartition(local.partition(id), demand);
        try {
            return local.active(id, ofPartition);
        } catch (InvalidStateStoreException e) {
            return elsewhere(id, ofPartition, e);
        }
    }

    /** The demand on the session's partition: other events cannot be in its sessions. */
    private ReadDemand ofPartition(int partition, ReadDemand demand) {
        try {
            return new ReadDemand(written.maybeIn(partition, demand.tokens()), demand.maxStalenessMs());
        } catch (BehindException | StoreException e) {
            throw new InvalidStateStoreException(e.getMessage(), e);
        }
    }

    private StateAnswer elsewhere(SessionId id, ReadDemand demand, InvalidStateStoreException notHere) {
        int partition = local.partition(id);
        Optional<HostInfo> owner = local.places().owner(partition);
        if (owner.filter(others::isOwn).isPresent() && !demand.tokens().isEmpty()) {
            throw notHere; // no copy has processed more
        }
        List<Supplier<StateAnswer>> attempts = new ArrayList<>();
        owner.filter(instance -> !others.isOwn(instance))
                .ifPresent(instance -> attempts.add(() -> ask(instance, id, demand)));
        attempts.add(() -> local.copy(id, demand));
        local.places().standbys(partition).stream()
                .filter(instance -> !others.isOwn(instance))
                .forEach(instance -> attempts.add(() -> ask(instance, id, demand)));
        return first(attempts);
    }

    private static StateAnswer first(List<Supplier<StateAnswer>> attempts) {
        List<String> failures = new ArrayList<>();
        for (Supplier<StateAnswer> attempt : attempts) {
            try {
                return attempt.get();
            } catch (InvalidStateStoreException | StoreException e) {
                failures.add(e.getMessage());
            }
        }
        throw new InvalidStateStoreException(String.join("; ", failures));
    }

    private StateAnswer ask(HostInfo instance, SessionId id, ReadDemand demand) {
        String tokens = demand.tokens().isEmpty()
                ? ""
                : demand.tokens().stream().map(Object::toString).collect(Collectors.joining(",", "&min-token=", ""));
        InstanceCalls.Reply reply = others.ask(
                instance, "/v1/sessions/" + id + "?max-staleness=" + demand.maxStalenessMs() + "ms" + tokens);
        return new StateAnswer(
                reply.body().map(body -> decoded(instance, body)),
                reply.stalenessMs() == 0 ? OptionalLong.empty() : OptionalLong.of(reply.stalenessMs()));
    }

    private SessionSnapshot decoded(HostInfo instance, byte[] body) {
        try {
            return decoder.decode(body);
        } catch (InvalidEventException e) {
            throw new StoreException(
                    StoreException.Verdict.STOP,
                    "the instance at " + instance + " sent no session: " + e.getMessage(),
                    e);
        }
    }
}
