package io.multichat.topology.sessions;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.topology.ingest.HeaderLimit;
import io.multichat.topology.ingest.Inbound.Arrival;
import io.multichat.topology.ingest.OriginHeader;
import io.multichat.topology.settings.TopologySettings.Limits;
import io.multichat.topology.state.WaitingKey;
import io.multichat.topology.state.WaitingStore;
import io.multichat.topology.state.WaitingStore.Waiting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Edits and deletes that arrived before their message.
 *
 * <p>Keeps their keys in memory as well, with the same bounds as the store, so that a message without waiting edits needs no
 * store access.
 */
final class WaitingEdits {
    private final PartitionContext partition;
    private final WaitingStore store;
    private final Map<Bytes, TreeSet<WaitingKey>> byMessage = new HashMap<>();
    private final TreeSet<Due> byTime =
            new TreeSet<>(Comparator.comparingLong(Due::until).thenComparing(Due::key));
    private final Set<Bytes> identities = new HashSet<>();
    private int count;
    private long bytes;

    /** When an edit stops waiting. */
    private record Due(long until, WaitingKey key) {}

    WaitingEdits(PartitionContext partition) {
        this.partition = partition;
        this.store = partition.state().waiting();
        store.forEach(this::remember);
    }

    /** True when an event with this identity waits. */
    boolean has(byte[] identity) {
        return !identities.isEmpty() && identities.contains(Bytes.wrap(identity));
    }

    /**
     * Lets an event wait for its message.
     *
     * @param message identity of the message
     * @param identity identity of the event, which must not be waiting yet
     * @throws InvalidEventException when {@code edit.wait} is 0 or a limit is reached
     */
    void hold(byte[] message, byte[] identity, Record<byte[], Arrival> record) {
        long waitMs = partition.settings().timing().editWait().toMillis();
        if (waitMs == 0) {
            throw unknownMessage("no message with this messageId was accepted in the conversation, and edit.wait is 0");
        }
        WaitingKey key = WaitingKey.of(message, identity);
        // The record copies the headers.
        Headers headers = new Record<>(record.key(), record.value(), record.timestamp(), record.headers()).headers();
        OriginHeader.writeTo(headers, record.value());
        Waiting waiting = new Waiting(
                key, partition.now() + waitMs, headers, record.value().value());
        Limits limits = partition.settings().limits();
        if (count >= limits.waitingEdits() || bytes + size(waiting) > limits.waitingEditBytes()) {
            throw unknownMessage(count + " edits and deletes with " + bytes + " bytes are already waiting in this"
                    + " partition; one more exceeds edit.wait.max.count or edit.wait.max.bytes");
        }
        store.put(waiting);
        remember(waiting);
    }

    /** Removes the events that wait for a message and passes them on, in the order of their identities. */
    void takeFor(byte[] message, Consumer<Record<byte[], Arrival>> taker) {
        if (!byMessage.isEmpty()) {
            List.copyOf(byMessage.getOrDefault(Bytes.wrap(message), new TreeSet<>()))
                    .forEach(key -> taker.accept(take(key)));
        }
    }

    /** Removes the events whose wait is over at {@code now} and passes them on; at most {@link TimedWork#LIMIT} per call. */
    void takeDue(long now, Consumer<Record<byte[], Arrival>> taker) {
        for (int taken = 0;
                taken < TimedWork.LIMIT && !byTime.isEmpty() && byTime.first().until() <= now;
                taken++) {
            taker.accept(take(byTime.first().key()));
        }
    }

    /** Removes the events of a conversation that a marker covers and passes them on, in the order of their keys. */
    void takeCovered(Conversation conversation, ErasureMarker marker, Consumer<Record<byte[], Arrival>> taker) {
        List<WaitingKey> covered = new ArrayList<>();
        store.forEach(waiting -> {
            ChatEvent event =
                    OriginHeader.readFrom(waiting.headers(), waiting.value()).event();
            if (event.conversation().equals(conversation) && marker.covers(event, event.at())) {
                covered.add(waiting.key());
            }
        });
        covered.forEach(key -> taker.accept(take(key)));
    }

    static InvalidEventException unknownMessage(String detail) {
        return new InvalidEventException(RejectReason.UNKNOWN_MESSAGE, detail);
    }

    private void remember(Waiting waiting) {
        byMessage
                .computeIfAbsent(waiting.key().message(), message -> new TreeSet<>())
                .add(waiting.key());
        byTime.add(new Due(waiting.until(), waiting.key()));
        identities.add(waiting.key().identity());
        count++;
        bytes += size(waiting);
    }

    private Record<byte[], Arrival> take(WaitingKey key) {
        Waiting waiting = store.get(key);
        store.remove(waiting);
        byMessage.computeIfPresent(key.message(), (message, keys) -> keys.remove(key) && keys.isEmpty() ? null : keys);
        byTime.remove(new Due(waiting.until(), key));
        identities.remove(key.identity());
        count--;
        bytes -= size(waiting);
        Arrival arrival = OriginHeader.readFrom(waiting.headers(), waiting.value());
        OriginHeader.removeFrom(waiting.headers());
        byte[] conversation = arrival.event().conversation().keyBytes();
        return new Record<>(conversation, arrival, partition.now(), waiting.headers());
    }

    private static long size(Waiting waiting) {
        return (long) waiting.value().length + HeaderLimit.bytes(waiting.headers());
    }
}
