package io.multichat.app.connect.contents;

import io.multichat.events.SessionSnapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The newest snapshot of each session, and its bytes. */
final class NewestSnapshots {
    private record Known(SessionSnapshot snapshot, byte[] value) {}

    private final Map<String, Known> newest = new HashMap<>();

    void add(SessionSnapshot snapshot, byte[] value) {
        newest.merge(
                snapshot.sessionId().toString(),
                new Known(snapshot, value),
                (old, given) ->
                        old.snapshot().version().compareTo(given.snapshot().version()) < 0 ? given : old);
    }

    void forEach(BiConsumer<SessionSnapshot, byte[]> consumer) {
        newest.values().forEach(known -> consumer.accept(known.snapshot(), known.value()));
    }
}
