package io.multichat.sinks.core.conformance.history;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.RoleCounts;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/**
 * Snapshots of the sessions of a conversation. The newest snapshot of each session is correct. The others are older, belong to
 * another generation, or describe merged or deleted sessions.
 */
public final class Announcements {
    public static final Duration GAP = Duration.ofMillis(2 * Chronicle.UNIT_MS);

    private final Random random;
    private final List<SessionSnapshot> snapshots = new ArrayList<>();

    public Announcements(Random random) {
        this.random = random;
    }

    /**
     * Adds the snapshots of one session.
     *
     * @param last true if no session of its conversation follows
     */
    public void add(Conversation conversation, List<MessagePosition> messages, boolean last) {
        MessagePosition first = messages.get(random.nextInt(messages.size()));
        SessionId id = id(conversation, first);
        List<SessionSnapshot> versions = new ArrayList<>();
        boolean rebuilt = random.nextBoolean();
        int older = random.nextInt(4);
        for (int i = 1; i <= older; i++) {
            int known = 1 + random.nextInt(messages.size());
            versions.add(snapshot(id, conversation, messages.subList(0, known), SessionStatus.OPEN, version(0, i)));
        }
        SessionSnapshot.Version newest = rebuilt ? version(10, 1) : version(0, 9 + random.nextInt(2));
        long lastAt = messages.get(messages.size() - 1).sentAt();
        SessionStatus status = last && random.nextBoolean()
                ? SessionStatus.OPEN
                : SessionStatus.closed(lastAt + GAP.toMillis(), SessionStatus.ClosedBy.IDLE);
        versions.add(snapshot(id, conversation, messages, status, newest));
        snapshots.addAll(versions);
        Set<Long> starts = new HashSet<>(Set.of(first.sentAt()));
        for (MessagePosition merged : messages) {
            if (starts.add(merged.sentAt()) && random.nextInt(3) == 0) {
                addMerged(conversation, merged, id);
            }
        }
    }

    /** Adds the snapshots of a deleted session at a time without messages. */
    public void addDeleted(Conversation conversation, long at) {
        SessionStatus deleted = new SessionStatus(
                SessionStatus.State.DELETED, Optional.empty(), OptionalLong.empty(), Optional.empty());
        MessagePosition gone = new MessagePosition(at, 0, "gone");
        SessionId id = id(conversation, gone);
        snapshots.add(snapshot(id, conversation, List.of(gone), SessionStatus.OPEN, version(2, 7)));
        snapshots.add(snapshot(id, conversation, List.of(gone), deleted, version(10, 1)));
    }

    /** Adds a snapshot that some stores cannot accept: its end is before its start, or T0 is out of range. */
    public void addUnwritable(Conversation conversation, boolean inverted) {
        long at = inverted ? Chronicle.NOON - 1 : (1L << 48) - 1;
        MessagePosition begin = new MessagePosition(inverted ? Chronicle.NOON : 0, 0, "begin");
        SessionId id = SessionId.of(at, conversation.hash());
        SessionStatus merged = SessionStatus.mergedInto(id);
        List<MessagePosition> span = List.of(begin, new MessagePosition(begin.sentAt() - (inverted ? 1 : 0), 0, "end"));
        snapshots.add(snapshot(id, conversation, span, merged, version(0, 1)));
    }

    /** All snapshots in random order. */
    public List<SessionSnapshot> snapshots() {
        List<SessionSnapshot> all = new ArrayList<>(snapshots);
        Collections.shuffle(all, random);
        return all;
    }

    private void addMerged(Conversation conversation, MessagePosition first, SessionId survivor) {
        SessionId id = id(conversation, first);
        snapshots.add(snapshot(id, conversation, List.of(first), SessionStatus.OPEN, version(0, 3)));
        snapshots.add(snapshot(id, conversation, List.of(first), SessionStatus.mergedInto(survivor), version(0, 12)));
    }

    private static SessionId id(Conversation conversation, MessagePosition first) {
        return SessionId.of(first.sentAt(), conversation.hash());
    }

    private static SessionSnapshot.Version version(int generation, long counter) {
        return new SessionSnapshot.Version(generation, counter);
    }

    private static SessionSnapshot snapshot(
            SessionId id,
            Conversation conversation,
            List<MessagePosition> messages,
            SessionStatus status,
            SessionSnapshot.Version version) {
        MessagePosition first = messages.get(0);
        MessagePosition last = messages.get(messages.size() - 1);
        return new SessionSnapshot(
                id,
                conversation,
                status,
                new SessionSnapshot.Span(first.sentAt(), last.sentAt()),
                new SessionSnapshot.Counts(
                        messages.size(),
                        1,
                        2,
                        99,
                        new SessionSnapshot.Participants(3, version.counter() % 2 == 0),
                        new RoleCounts(1, 2, 3, 4, 5)),
                first.messageId(),
                last.messageId(),
                GAP,
                version);
    }
}
