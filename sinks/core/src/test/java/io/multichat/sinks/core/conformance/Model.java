package io.multichat.sinks.core.conformance;

import io.multichat.events.Conversation;
import io.multichat.events.EventIdentity;
import io.multichat.events.InvalidEventException;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.core.Origin;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.loop.EntryDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.apache.kafka.connect.sink.SinkRecord;

/** The expected contents of a store, computed from the set of records in the log. */
public final class Model {
    private static final EntryDecoder DECODER = new EntryDecoder(SinkTopics.defaults());
    private static final BinaryOperator<SinkEntry.Transcript> GREATER = BinaryOperator.maxBy(
            Comparator.<SinkEntry.Transcript, byte[]>comparing(SinkEntry::value, Arrays::compareUnsigned)
                    .thenComparing(entry -> entry.placement().sentAt())
                    .thenComparing(entry -> entry.placement().order()));

    final TreeMap<MessageKey, MessageFacts> messages = new TreeMap<>();
    final TreeMap<SessionId, SessionSnapshot> sessions = new TreeMap<>();
    final TreeSet<String> boundaries = new TreeSet<>();
    /** The origins of records that can never be stored. */
    final List<Origin> poison = new ArrayList<>();

    private final Erasures erasures = new Erasures();
    private final Map<String, SinkEntry.Transcript> events = new TreeMap<>();
    private final List<String> records = new ArrayList<>();
    private final Predicate<SinkEntry> refuses;
    private final boolean dropsErasedTimes;

    /**
     * Creates a model without records.
     *
     * @param refuses valid entries that the store can never accept
     * @param dropsErasedTimes see {@link Traits}
     */
    Model(Predicate<SinkEntry> refuses, boolean dropsErasedTimes) {
        this.refuses = refuses;
        this.dropsErasedTimes = dropsErasedTimes;
    }

    /** Adds all records of a log. */
    void addAll(Collection<SinkRecord> log) {
        // Whatever a command erases may be before or after it in the log.
        log.forEach(record -> AcceptedEvents.of(record).ifPresent(erasures::learnCommand));
        log.forEach(record -> AcceptedEvents.of(record).ifPresent(erasures::learnAuthor));
        log.forEach(record -> add(record));
    }

    private void add(SinkRecord record) {
        Origin origin = new Origin(record.topic(), record.kafkaPartition(), record.kafkaOffset());
        try {
            SinkEntry entry = DECODER.decode(record);
            if (refuses.test(entry)) {
                poison.add(origin);
            } else if (entry instanceof SinkEntry.Snapshot snapshot) {
                add(snapshot);
            } else {
                AcceptedEvents.of(entry).flatMap(erasures::rest).ifPresent(this::add);
            }
        } catch (InvalidEventException e) {
            poison.add(origin);
        }
    }

    /** The messages of a conversation. */
    Collection<MessageFacts> of(Conversation conversation) {
        return messages.entrySet().stream()
                .filter(message -> message.getKey().conversation().equals(conversation.key()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The expected lines of an aspect, sorted. */
    List<String> lines(Aspect aspect) {
        List<String> lines = new ArrayList<>();
        switch (aspect) {
            case MESSAGES ->
                messages.forEach((key, facts) -> {
                    if (!lacks(Conversation.ofKey(key.conversation()), facts.time())) {
                        lines.add(facts.line(key.conversation()));
                    }
                });
            case REVISIONS ->
                messages.forEach((key, facts) -> facts.revisions()
                        .forEach(revision -> lines.add(Lines.of(
                                key.conversation(),
                                key.messageId(),
                                revision.rank(),
                                revision.at(),
                                revision.value()))));
            case EVENTS ->
                events.forEach((identity, entry) -> lines.add(Lines.of(
                        identity,
                        entry.event().type().wireName(),
                        entry.placement().sentAt(),
                        entry.placement().order(),
                        entry.value())));
            case BOUNDARIES -> lines.addAll(boundaries);
            case SESSIONS -> sessions.values().forEach(snapshot -> lines.add(Lines.of(snapshot)));
            case RECORDS -> lines.addAll(records);
        }
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    /** True if the store drops messages of this time, although they are not erased. */
    boolean lacks(Conversation conversation, long sentAt) {
        return dropsErasedTimes && sentAt <= erasures.until(conversation);
    }

    /** True if a session of the conversation is deleted: before a store reads the command, it has more messages than in the end. */
    boolean deletes(Conversation conversation) {
        return erasures.delete(conversation);
    }

    private void add(SinkEntry.Snapshot entry) {
        records.add(Lines.ofSnapshot(entry.origin().topic(), entry.origin().partition(), entry.value()));
        sessions.merge(
                entry.snapshot().sessionId(),
                entry.snapshot(),
                BinaryOperator.maxBy(Comparator.comparing(SessionSnapshot::version)));
    }

    private void add(SinkEntry.Transcript entry) {
        String conversation = entry.event().conversation().key();
        records.add(Lines.of(entry.origin(), conversation, entry.placement(), entry.value()));
        if (entry.event().type().isOfMessage()) {
            String id = entry.event().messageId().orElseThrow();
            messages.computeIfAbsent(new MessageKey(conversation, id), key -> new MessageFacts(id))
                    .add(entry);
            return;
        }
        entry.placement().boundary().ifPresent(instant -> boundaries.add(Lines.of(conversation, instant)));
        String identity = HexFormat.of().formatHex(EventIdentity.of(entry.event(), entry.value()));
        events.merge(identity, entry, GREATER);
    }
}
