package io.multichat.benchmarks.sink;

import io.multichat.events.ChatEvent;
import io.multichat.events.RoleCounts;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import java.time.Duration;

/** An open session to which messages are added in time order. */
final class GrowingSession {
    private static final Duration GAP = Duration.ofMinutes(30);

    private final ChatEvent first;
    private final SessionId id;
    private ChatEvent last;
    private long messages;
    private long textBytes;
    private long version;

    /** @param first its first message; must be added like the others */
    GrowingSession(ChatEvent first) {
        this.first = first;
        this.id = SessionId.of(first.at(), first.conversation().hash());
        this.last = first;
    }

    void add(ChatEvent message) {
        last = message;
        messages++;
        textBytes += message.content().text().orElse("").length();
    }

    SessionId id() {
        return id;
    }

    long messages() {
        return messages;
    }

    /** The current snapshot, one version later than the last one. */
    SessionSnapshot snapshot() {
        return new SessionSnapshot(
                id,
                first.conversation(),
                SessionStatus.OPEN,
                new SessionSnapshot.Span(first.at(), last.at()),
                new SessionSnapshot.Counts(
                        messages,
                        0,
                        0,
                        textBytes,
                        new SessionSnapshot.Participants(Math.min(messages, 20), false),
                        new RoleCounts(messages, 0, 0, 0, 0)),
                first.messageId().orElseThrow(),
                last.messageId().orElseThrow(),
                GAP,
                new SessionSnapshot.Version(1, ++version));
    }
}
