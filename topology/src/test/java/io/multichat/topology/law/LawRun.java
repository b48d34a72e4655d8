package io.multichat.topology.law;

import io.multichat.events.Conversation;
import io.multichat.topology.law.model.Published;
import io.multichat.topology.settings.TopologySettings.Timing;
import io.multichat.topology.state.ledger.RecordCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** One case: publishes events of a few conversations to the subject and the model, and compares both. */
final class LawRun {
    /** Longer than the edit wait, any gap or cut, and any pending work. */
    private static final long ALL_IS_OVER_MS = 2 * 3_600_000;

    private final Subject subject;
    private final Timing timing;
    private final List<ChatRun> chats;
    private final List<Published> published = new ArrayList<>();
    private final Map<TopicPartition, RecordCounts> before;
    private final long start;

    /** @param name distinguishes the conversations of this run from those of other runs */
    LawRun(Subject subject, String name) {
        this.subject = subject;
        this.timing = subject.settings().timing();
        this.chats = IntStream.range(0, Chatter.CONVERSATIONS)
                .mapToObj(i -> new ChatRun(
                        LawSettings.conversation(name, i), LawSettings.rules(subject.settings(), i), timing))
                .toList();
        long longest = LawSettings.LONGEST.toMillis();
        this.start = ((subject.now() + ALL_IS_OVER_MS) / longest + 1) * longest;
        subject.advance(start - subject.now());
        subject.commit();
        subject.written();
        this.before = subject.queries().recordCounts();
    }

    /** Publishes the events of these steps and performs what follows each. */
    void take(List<Step> steps) {
        for (Step step : steps) {
            publish(step.draft());
            pass(step.pauseMs());
            if (step.commit()) {
                commit();
            }
            if (step.abort()) {
                subject.abort();
                chats.forEach(chat -> chat.stillness().starts(subject.now()));
            }
            publishAgain(step.again());
            if (step.look()) {
                look();
            }
        }
        end();
    }

    void publish(Draft draft) {
        ChatRun chat = chats.get(draft.conversation());
        Conversation conversation = chat.conversation();
        long at = draft.when().at(chat.model().timeline().rules().gap(), start, subject.now());
        arrives(chat, Published.of(published.size(), draft.source(), draft.in(conversation, at)));
    }

    /** Redelivers the latest events. */
    void publishAgain(int latest) {
        for (Published each :
                List.copyOf(published.subList(Math.max(0, published.size() - latest), published.size()))) {
            ChatRun chat = chats.stream()
                    .filter(one -> one.conversation().equals(each.event().conversation()))
                    .findFirst()
                    .orElseThrow();
            arrives(chat, each.again(published.size()));
        }
    }

    void pass(long millis) {
        if (millis > 0) {
            subject.advance(millis);
            for (ChatRun chat : chats) {
                chat.model().ticks(subject.now());
                chat.stillness().ticks(subject.now());
            }
            collect();
        }
    }

    void commit() {
        subject.commit();
        RecordLedgerLaw.eachEventIsAccountedForOnce(
                chats, before, subject.queries().recordCounts());
    }

    /** Waits until everything pending is announced, then compares the sessions with the model. */
    void look() {
        pass(timing.snapshotInterval().toMillis() + 200);
        pass(timing.snapshotInterval().toMillis() + 200);
        commit();
        for (ChatRun chat : chats) {
            SnapshotLaw.sessionsAreThoseOfTheModel(chat, subject.now());
            TranscriptLaw.idsLeadToTheSessionThatContainsTheirInstant(chat, subject.queries(), subject.now());
        }
    }

    /** Waits until nothing more can happen, then checks all laws. */
    void end() {
        look();
        pass(timing.closeSettle().toMillis());
        look();
        pass(ALL_IS_OVER_MS);
        look();
        for (ChatRun chat : chats) {
            SnapshotLaw.versionsGrowAndSnapshotsAreRare(chat, timing);
            SnapshotLaw.mergesLeaveRedirects(chat);
            TranscriptLaw.transcriptHasEachAcceptedEventOnce(chat);
            TranscriptLaw.deadLettersHaveEachRefusedEventOnce(chat);
            TranscriptLaw.sessionsCanBeRecomputedFromTheTranscript(chat);
        }
    }

    private void arrives(ChatRun chat, Published event) {
        published.add(event);
        int accepted = chat.model().outcome().accepted().size();
        chat.model().arrives(event, subject.now());
        chat.stillness()
                .arrives(subject.now(), chat.model().outcome().accepted().size() > accepted);
        chat.sources().put(event.number(), subject.publish(event, event.key(), event.headers()));
        collect();
    }

    private void collect() {
        Written written = subject.written();
        chats.forEach(chat -> chat.collect(written, subject.now()));
    }
}
