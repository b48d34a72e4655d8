package io.multichat.sinks.core.conformance;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.Topics;
import io.multichat.sinks.core.conformance.history.Announcements;
import io.multichat.sinks.core.conformance.history.Chronicle;
import io.multichat.sinks.core.conformance.history.History;
import io.multichat.sinks.core.conformance.history.Log;
import io.multichat.sinks.core.conformance.history.Strangers;
import io.multichat.sinks.core.conformance.history.Utterance;
import io.multichat.sinks.core.testing.SinkRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * The log of a history and the expected contents of a store.
 *
 * @param log the contents of the topics
 * @param model the expected contents
 */
record Scene(Log log, Model model) {
    private static final int BEFORE_ALL = -10;

    static Scene of(History history, SinkUnderTest sink) {
        Log log = new Log();
        for (int i = 0; i < history.partitions(); i++) {
            log.create(new TopicPartition(Topics.TRANSCRIPT, i));
            log.create(new TopicPartition(Topics.SESSIONS, i));
        }
        new Chronicle(log, history.partitions())
                .write(history.utterances().stream()
                        .filter(next -> next.recordType() != Utterance.RecordType.FOREIGN
                                || sink.traits().takesForeignTopics())
                        .toList());
        announce(history, log);
        Model model = new Model(sink.traits().refuses(), sink.traits().dropsErasedTimes());
        model.addAll(log.all());
        return new Scene(log, model);
    }

    private static void announce(History history, Log log) {
        Model messages = new Model(entry -> false, false);
        messages.addAll(log.all());
        Random random = new Random(history.announcements());
        Announcements announcements = new Announcements(random);
        for (Conversation conversation : Strangers.CONVERSATIONS) {
            List<List<MessagePosition>> sessions = sessions(messages, conversation);
            for (int i = 0; i < sessions.size(); i++) {
                announcements.add(conversation, sessions.get(i), i == sessions.size() - 1);
            }
            if (random.nextInt(8) == 0) {
                announcements.addDeleted(conversation, Chronicle.NOON + BEFORE_ALL * Chronicle.UNIT_MS);
            }
            if (random.nextInt(8) == 0) {
                announcements.addUnwritable(conversation, random.nextBoolean());
            }
        }
        for (SessionSnapshot snapshot : announcements.snapshots()) {
            int partition = snapshot.conversation().partition(history.partitions());
            TopicPartition source = new TopicPartition(Topics.SESSIONS, partition);
            if (random.nextInt(8) == 0) {
                log.skip(source, 1);
            }
            log.add(SinkRecords.snapshot(new SinkRecords.At(partition, log.end(source)), snapshot));
        }
    }

    /** The sessions of a conversation: maximal runs of messages without a longer silence than the gap and without a boundary. */
    private static List<List<MessagePosition>> sessions(Model model, Conversation conversation) {
        TreeSet<MessagePosition> places = new TreeSet<>();
        model.of(conversation).forEach(facts -> facts.position().ifPresent(places::add));
        List<List<MessagePosition>> sessions = new ArrayList<>();
        MessagePosition before = null;
        for (MessagePosition place : places) {
            if (before == null || isApart(model, conversation, before, place)) {
                sessions.add(new ArrayList<>());
            }
            sessions.get(sessions.size() - 1).add(place);
            before = place;
        }
        return sessions;
    }

    private static boolean isApart(Model model, Conversation conversation, MessagePosition one, MessagePosition next) {
        if (next.sentAt() - one.sentAt() > Announcements.GAP.toMillis()) {
            return true;
        }
        for (long instant = one.sentAt(); instant < next.sentAt(); instant++) {
            if (model.boundaries.contains(Lines.of(conversation.key(), instant))) {
                return true;
            }
            // Boundaries are multiples of the unit.
            instant += Math.floorMod(Chronicle.NOON - 1 - instant, Chronicle.UNIT_MS);
        }
        return false;
    }
}
