package io.multichat.topology.law;

import io.multichat.events.Conversation;
import io.multichat.events.DeadLetter;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.topology.law.model.PlainModel;
import io.multichat.topology.law.model.PlainRules;
import io.multichat.topology.settings.TopologySettings.Timing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;

/** One conversation of a run: the published events, the model's outcome and the records written. */
final class ChatRun {
    /**
     * A published snapshot.
     *
     * @param snapshot the snapshot
     * @param at when it was published, UTC milliseconds of the wall clock
     * @param together all snapshots of the conversation published at that time, including this one
     */
    record Announced(SessionSnapshot snapshot, long at, List<SessionSnapshot> together) {}

    /**
     * All records written for the conversation.
     *
     * @param transcript the accepted events
     * @param snapshots the snapshots by session
     * @param deadLetters the refused events
     */
    record Records(
            List<TestRecord<byte[], byte[]>> transcript,
            Map<SessionId, List<Announced>> snapshots,
            List<TestRecord<byte[], byte[]>> deadLetters) {}

    private final Conversation conversation;
    private final PlainModel model;
    private final Map<Integer, DeadLetter.Source> sources = new HashMap<>();
    private final Records records = new Records(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    private final Stillness stillness;

    ChatRun(Conversation conversation, PlainRules rules, Timing timing) {
        this.conversation = conversation;
        this.model = new PlainModel(conversation, rules);
        this.stillness = new Stillness(model.timeline(), timing);
    }

    /** Collects the records of this conversation that were written at {@code now}. */
    void collect(Written written, long now) {
        String key = conversation.key();
        written.transcript().stream()
                .filter(each -> key.equals(new String(each.key(), StandardCharsets.US_ASCII)))
                .forEach(records.transcript()::add);
        written.deadLetters().stream()
                .filter(each -> sources.containsValue(
                        DeadLetter.readFrom(each.headers()).source()))
                .forEach(records.deadLetters()::add);
        List<SessionSnapshot> together = written.snapshots().stream()
                .filter(each -> each.conversation().equals(conversation))
                .toList();
        together.forEach(each -> records.snapshots()
                .computeIfAbsent(each.sessionId(), id -> new ArrayList<>())
                .add(new Announced(each, now, together)));
    }

    /** The newest snapshot of each session. */
    List<SessionSnapshot> newest() {
        return records.snapshots().values().stream()
                .map(history -> history.get(history.size() - 1).snapshot())
                .toList();
    }

    /** The expected open or closed state; it receives the same events at the same times. */
    Stillness stillness() {
        return stillness;
    }

    Conversation conversation() {
        return conversation;
    }

    /** The model; it receives the same events at the same times. */
    PlainModel model() {
        return model;
    }

    /** Where each event was published, by its number. */
    Map<Integer, DeadLetter.Source> sources() {
        return sources;
    }

    Records records() {
        return records;
    }
}
