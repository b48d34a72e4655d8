package io.multichat.jobs.testing;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Events and sessions for tests. */
public final class Chat {
    private Chat() {}

    public static ChatEvent message(Conversation conversation, String id, long sentAt) {
        return ChatEvent.message(conversation, id, Sender.user("ada"), Instant.ofEpochMilli(sentAt), "text of " + id);
    }

    public static ChatEvent revision(EventType type, Conversation conversation, String id, long at) {
        return new ChatEvent(
                type,
                conversation,
                Optional.of(id),
                Optional.of(Sender.user("ada")),
                at,
                OptionalLong.empty(),
                Optional.of(type + "-" + id + "-" + at),
                Content.ofText("revised at " + at));
    }

    /** The session that began with the message {@code first}. */
    public static SessionSnapshot session(
            ChatEvent first, SessionStatus status, SessionSnapshot.Span span, long messages, long version) {
        String id = first.messageId().orElseThrow();
        return new SessionSnapshot(
                SessionId.of(first.at(), first.conversation().hash()),
                first.conversation(),
                status,
                span,
                new SessionSnapshot.Counts(messages, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                id,
                id,
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, version));
    }

    public static SessionSnapshot.Span span(long startedAt, long lastMessageAt) {
        return new SessionSnapshot.Span(startedAt, lastMessageAt);
    }

    public static SessionStatus closed(long at) {
        return SessionStatus.closed(at, SessionStatus.ClosedBy.IDLE);
    }
}
