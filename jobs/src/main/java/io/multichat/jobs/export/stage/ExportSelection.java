package io.multichat.jobs.export.stage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.text.Rfc3339;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which sessions to export. A session is exported whole, and only if every condition holds; an empty condition always does.
 *
 * @param sessions ids of sessions; an id of a merged session selects the one that now contains it
 * @param conversations patterns, of which one must match
 * @param participants ids of senders, of whom one must have sent a message
 * @param text a text, in lower case, that a message must contain as it is shown, whatever the case of its letters
 * @param states states of sessions
 * @param range the session was active at some time in it
 */
public record ExportSelection(
        Set<SessionId> sessions,
        List<ConversationPattern> conversations,
        Set<String> participants,
        Optional<String> text,
        Set<SessionStatus.State> states,
        Range range) {

    /**
     * A range of time in UTC milliseconds.
     *
     * @param fromMs included
     * @param untilMs not included
     */
    public record Range(long fromMs, long untilMs) {
        /** All times. */
        public static final Range ALL = new Range(0, ChatEvent.MAX_TIME + 1);
    }

    /** Everything. */
    public static final ExportSelection EVERYTHING =
            new ExportSelection(Set.of(), List.of(), Set.of(), Optional.empty(), Set.of(), Range.ALL);

    public ExportSelection {
        text = text.map(part -> part.toLowerCase(Locale.ROOT));
    }

    /** The conditions that are not empty, in an order that depends on them alone. */
    public ObjectNode facts() {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        put(facts, "sessions", sessions.stream().map(SessionId::toString).sorted());
        put(facts, "conversations", conversations.stream().map(ConversationPattern::text));
        put(facts, "participants", participants.stream().sorted());
        text.ifPresent(part -> facts.put("text", part));
        put(facts, "states", states.stream().map(SessionStatus.State::wireName).sorted());
        if (range.fromMs() > Range.ALL.fromMs()) {
            facts.put("from", Rfc3339.format(range.fromMs()));
        }
        if (range.untilMs() < Range.ALL.untilMs()) {
            facts.put("to", Rfc3339.format(range.untilMs()));
        }
        return facts;
    }

    /** True when the sessions of its conversation may be selected. */
    boolean considers(SessionSnapshot session) {
        return conversations.isEmpty()
                || conversations.stream().anyMatch(pattern -> pattern.matches(session.conversation()));
    }

    /** True when everything but the conditions about messages holds. */
    boolean selects(SessionSnapshot session) {
        SessionStatus.State state = session.status().state();
        return session.status().isLive()
                && (states.isEmpty() || states.contains(state))
                && session.span().startedAt() < range.untilMs()
                && session.span().lastMessageAt() >= range.fromMs()
                && (sessions.isEmpty() || sessions.stream().anyMatch(id -> isIn(id, session)));
    }

    /** True when a session must have a certain message. */
    boolean dependsOnMessages() {
        return !participants.isEmpty() || text.isPresent();
    }

    private static void put(ObjectNode facts, String name, Stream<String> values) {
        List<String> list = values.toList();
        if (!list.isEmpty()) {
            list.forEach(facts.putArray(name)::add);
        }
    }

    private static boolean isIn(SessionId id, SessionSnapshot session) {
        return id.equals(session.sessionId())
                || (id.conversationHash().equals(session.sessionId().conversationHash())
                        && id.t0() >= session.span().startedAt()
                        && id.t0() <= session.span().lastMessageAt());
    }
}
