package io.multichat.topology.sessions;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventIdentity;
import io.multichat.events.EventType;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ImportHeader;
import io.multichat.topology.ingest.Inbound;
import io.multichat.topology.ingest.Inbound.Arrival;
import io.multichat.topology.ingest.Refusals;
import io.multichat.topology.ingest.ReservedHeaders;
import io.multichat.topology.metrics.TopologyCounter;
import io.multichat.topology.settings.Names;
import io.multichat.topology.state.ConversationKey;
import io.multichat.topology.state.ConversationState;
import io.multichat.topology.state.TopologyState;
import io.multichat.topology.state.ledger.RecordCounts.Fate;
import java.util.OptionalLong;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Decides the fate of each valid event (accepted, duplicate, waiting for its message, or refused) and counts it in the ledger. */
final class Intake {
    private final ProcessorContext<OutputKey, byte[]> context;
    private final PartitionContext partition;
    private final TopologyState state;
    private final Acceptance acceptance;
    private final TimedWork timedWork;
    private final ConversationKeys keys;
    private final WaitingEdits waiting;
    private final ErasureCheck erasures;

    Intake(
            ProcessorContext<OutputKey, byte[]> context,
            PartitionContext partition,
            Acceptance acceptance,
            TimedWork timedWork,
            ConversationKeys keys) {
        this.context = context;
        this.partition = partition;
        this.keys = keys;
        this.state = partition.state();
        this.acceptance = acceptance;
        this.timedWork = timedWork;
        this.waiting = new WaitingEdits(partition);
        this.erasures = new ErasureCheck(state);
    }

    /** Handles an event that was just read. */
    void take(Record<byte[], Arrival> record) {
        state.ledger().count(record.value().source(), decide(record));
    }

    /** Refuses the edits and deletes that have waited for {@code edit.wait}. */
    void giveUpWaiting(long now) {
        waiting.takeDue(
                now,
                each -> refuseWaiting(
                        each, WaitingEdits.unknownMessage("no message with this messageId arrived within edit.wait")));
    }

    private Fate decide(Record<byte[], Arrival> record) {
        try {
            Fate fate = tryToAccept(record);
            if (fate == Fate.DUPLICATE) {
                partition.metrics().count(TopologyCounter.DUPLICATES);
            }
            return fate;
        } catch (InvalidEventException e) {
            refuse(record, e);
            if (e.reason().isErased()) {
                ChatEvent event = record.value().event();
                byte[] identity = EventIdentity.of(event, record.value().value());
                erasures.remember(event, identity, partition.now());
                waiting.takeFor(identity, each -> refuseWaiting(each, e));
            }
            return Fate.DEAD_LETTER;
        }
    }

    private Fate tryToAccept(Record<byte[], Arrival> record) {
        ChatEvent event = record.value().event();
        boolean late = !event.type().revisesMessage()
                && event.at() < partition.settings().retention().sessionsSince(partition.now());
        byte[] identity = EventIdentity.of(event, record.value().value());
        if (!late && (state.identities().sentAt(identity).isPresent() || waiting.has(identity))) {
            return Fate.DUPLICATE;
        }
        ConversationKey conversation = keys.of(event.conversation());
        ConversationState before = state.conversations().get(conversation);
        if (late) {
            // The dead letter of an event that is only too late has its content.
            erasures.requireNotErased(conversation, before, event, OptionalLong.of(event.at()));
            throw new InvalidEventException(RejectReason.TOO_LATE, "the event is older than session.retention");
        }
        requireOwnHash(conversation, before);
        if (!event.type().revisesMessage()) {
            erasures.requireNotErased(conversation, before, event, OptionalLong.of(event.at()));
            accept(record, identity, OptionalLong.empty(), conversation, before);
            return Fate.ACCEPTED;
        }
        byte[] message = EventIdentity.ofMessage(
                event.conversation().key(), event.messageId().orElseThrow());
        OptionalLong original = state.identities().sentAt(message);
        erasures.requireNotErased(conversation, before, event, original);
        if (original.isEmpty()) {
            erasures.requireMessageNotErased(conversation, before, message);
            waiting.hold(message, identity, record);
            return Fate.WAITING;
        }
        accept(record, identity, original, conversation, before);
        return Fate.ACCEPTED;
    }

    /**
     * Refuses the events of a new conversation whose hash another conversation has: both would have the same session ids. A
     * conversation with a record has its own hash, so only new conversations are looked up.
     */
    private void requireOwnHash(ConversationKey conversation, ConversationState before) {
        if (before.isNew()) {
            state.conversations().withHash(conversation.hash()).ifPresent(owner -> {
                throw new InvalidEventException(
                        RejectReason.CONVERSATION_HASH_TAKEN,
                        "session ids contain an 80-bit hash of the conversation, and the conversation " + owner.text()
                                + " already has the hash of this one; use another channel or thread");
            });
        }
    }

    private void accept(
            Record<byte[], Arrival> record,
            byte[] identity,
            OptionalLong original,
            ConversationKey conversation,
            ConversationState before) {
        ChatEvent event = record.value().event();
        ConversationState current = before.arrived(partition.now());
        Acceptance.Accepted accepted = acceptance.accept(conversation, current, event, original);
        state.identities().put(identity, accepted.placement().sentAt(), partition.now());
        state.conversations().put(conversation, timedWork.watch(conversation, accepted.state()));
        ReservedHeaders.removeFrom(record.headers());
        OutputKey key = OutputKey.of(event.conversation());
        byte[] value = record.value().value();
        accepted.placement().writeTo(record.headers(), key.bytes(), value);
        context.forward(new Record<>(key, value, record.timestamp(), record.headers()), Names.TO_TRANSCRIPT);
        partition.metrics().count(TopologyCounter.ACCEPTED);
        if (event.type() == EventType.MESSAGE_CREATED) {
            waiting.takeFor(identity, each -> state.ledger().settle(each.value().source(), decide(each)));
        }
        if (event.type() == EventType.PARTICIPANT_ERASED) {
            waiting.takeCovered(
                    event.conversation(),
                    ErasureMarker.of(event, accepted.placement()).orElseThrow(),
                    each -> refuseWaiting(
                            each,
                            new InvalidEventException(
                                    RejectReason.PARTICIPANT_ERASED, "the sender was erased while the event waited")));
        }
    }

    private void refuseWaiting(Record<byte[], Arrival> record, InvalidEventException cause) {
        refuse(record, cause);
        state.ledger().settle(record.value().source(), Fate.DEAD_LETTER);
    }

    private void refuse(Record<byte[], Arrival> record, InvalidEventException cause) {
        Arrival arrival = record.value();
        Refusals refusals =
                new Refusals(partition.now(), partition.settings().limits().eventMaxBytes());
        Record<byte[], byte[]> kept = cause.reason().isErased()
                ? remainder(record)
                : record.withKey(arrival.key()).withValue(arrival.value());
        Record<byte[], Inbound> refused = refusals.refuse(kept, cause, arrival.source());
        OutputKey key = new OutputKey(refused.key(), arrival.event().conversation());
        context.forward(refused.withKey(key).withValue(refused.value().value()), Names.REFUSED_EVENTS);
        partition.metrics().deadLetter(cause.reason());
    }

    /** What may stay of an erased event: neither content nor sender, and its key and headers may hold either, except the random id. */
    private static Record<byte[], byte[]> remainder(Record<byte[], Arrival> record) {
        Record<byte[], byte[]> kept =
                new Record<>(null, ErasedEvent.of(record.value().event()), record.timestamp());
        ImportHeader.among(record.headers()).ifPresent(kept.headers()::add);
        return kept;
    }
}
