package io.multichat.app.connect.traffic;

import io.multichat.events.Conversation;
import io.multichat.events.RoleCounts;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Snapshots of the sessions of one conversation: new sessions, new versions, and occasionally an old snapshot again. */
final class RoomSessions {
    private static final int REMEMBERED = 100;

    private final Conversation conversation;
    private final RoomMessages messages;
    private final Random random;
    private final List<SessionSnapshot> sent = new ArrayList<>();
    private long made;

    RoomSessions(Conversation conversation, RoomMessages messages, Random random) {
        this.conversation = conversation;
        this.messages = messages;
        this.random = random;
    }

    SessionSnapshot next() {
        int choice = sent.isEmpty() ? 0 : random.nextInt(100);
        SessionSnapshot snapshot = choice < 15 ? opened() : choice < 30 ? any() : changed(any(), choice);
        if (sent.size() == REMEMBERED) {
            sent.set(random.nextInt(REMEMBERED), snapshot);
        } else {
            sent.add(snapshot);
        }
        return snapshot;
    }

    private SessionSnapshot any() {
        return sent.get(random.nextInt(sent.size()));
    }

    private SessionSnapshot opened() {
        long start = messages.clock();
        return new SessionSnapshot(
                SessionId.of(start, conversation.hash()),
                conversation,
                SessionStatus.OPEN,
                new SessionSnapshot.Span(start, start),
                counts(1),
                "first",
                "first",
                Duration.ofMinutes(30),
                version(0, 0));
    }

    private SessionSnapshot changed(SessionSnapshot old, int choice) {
        long end = old.span().lastMessageAt() + random.nextInt(60_000);
        int generation = old.version().generation() + (choice == 30 ? 1 : 0);
        return new SessionSnapshot(
                old.sessionId(),
                old.conversation(),
                status(choice, end),
                new SessionSnapshot.Span(old.span().startedAt(), end),
                counts(old.counts().messages() + 1),
                old.firstMessageId(),
                Long.toString(end),
                old.gap(),
                version(generation, old.version().counter()));
    }

    /**
     * A version higher than the old one and never used before, because of two successors of one version, one must be newer.
     */
    private SessionSnapshot.Version version(int generation, long old) {
        made++;
        return new SessionSnapshot.Version(generation, (old >> 32) + 1 + random.nextInt(3) << 32 | made);
    }

    private SessionStatus status(int choice, long end) {
        if (choice < 70) {
            return SessionStatus.OPEN;
        }
        if (choice < 85) {
            return SessionStatus.closed(end + 1_800_000, SessionStatus.ClosedBy.IDLE);
        }
        if (choice < 95) {
            return SessionStatus.mergedInto(any().sessionId());
        }
        return new SessionStatus(SessionStatus.State.DELETED, Optional.empty(), OptionalLong.empty(), Optional.empty());
    }

    private SessionSnapshot.Counts counts(long messages) {
        long users = random.nextInt((int) messages + 1);
        return new SessionSnapshot.Counts(
                messages,
                random.nextInt(5),
                random.nextInt(5),
                messages * 100,
                new SessionSnapshot.Participants(1 + random.nextInt(50), random.nextBoolean()),
                new RoleCounts(users, messages - users, 0, 0, 0));
    }
}
