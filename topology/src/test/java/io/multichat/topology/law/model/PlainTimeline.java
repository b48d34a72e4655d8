package io.multichat.topology.law.model;

import io.multichat.events.SessionId;
import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.events.hash.ConversationHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** The sessions of a conversation, recomputed from all messages and boundaries with each message. */
public final class PlainTimeline {
    private final String conversation;
    private final PlainRules rules;
    private final List<PlainMessage> messages = new ArrayList<>();
    private final SortedSet<Long> boundaries = new TreeSet<>();
    private final Map<SessionId, SessionId> redirects = new LinkedHashMap<>();
    private List<PlainSession> sessions = List.of();

    PlainTimeline(String conversation, PlainRules rules) {
        this.conversation = conversation;
        this.rules = rules;
    }

    /** A merged session keeps the id of its earliest part; the id of a new session is made from its first accepted message. */
    void add(PlainMessage message) {
        messages.add(message);
        List<PlainSession> now = new ArrayList<>();
        for (List<PlainMessage> each : PlainSession.split(messages, rules, boundaries)) {
            List<SessionId> before = sessions.stream()
                    .filter(session -> each.contains(session.first()))
                    .map(PlainSession::id)
                    .toList();
            SessionId id = before.isEmpty()
                    ? SessionId.of(message.sentAt(), ConversationHash.of(conversation))
                    : before.get(0);
            before.stream().skip(1).forEach(merged -> redirects.put(merged, id));
            now.add(new PlainSession(id, each));
        }
        sessions = now;
    }

    /** Removes a session with its messages; a boundary at its last message stays. */
    void delete(PlainSession session) {
        messages.removeAll(session.messages());
        boundaries.add(session.lastMessageAt());
        sessions = sessions.stream().filter(each -> !each.equals(session)).toList();
    }

    /**
     * The effect of an explicit end.
     *
     * @param session the session that it ends, or that had already ended there
     * @param boundary the boundary that it sets; empty when it changes nothing
     */
    record Ended(Optional<SessionId> session, OptionalLong boundary) {}

    /** Sets the boundary of an explicit end. */
    Ended end(long at) {
        Optional<PlainSession> session = containing(at);
        OptionalLong set = OptionalLong.empty();
        if (session.filter(each -> closing(each).by() == ClosedBy.END).isEmpty()) {
            long boundary = session.map(PlainSession::lastMessageAt).orElse(at);
            set = boundaries.add(boundary) ? OptionalLong.of(boundary) : OptionalLong.empty();
        }
        Optional<PlainSession> before = sessions.stream()
                .filter(each -> each.startedAt() < at)
                .reduce((one, next) -> next)
                .filter(each -> closing(each).equals(new PlainClosing(at, ClosedBy.END)));
        return new Ended(containing(at).or(() -> before).map(PlainSession::id), set);
    }

    public Optional<PlainSession> containing(long instant) {
        return sessions.stream().filter(each -> each.contains(instant)).findFirst();
    }

    public PlainClosing closing(PlainSession session) {
        return PlainClosing.of(session.lastMessageAt(), rules, boundaries);
    }

    public PlainRules rules() {
        return rules;
    }

    /** By start. */
    public List<PlainSession> sessions() {
        return sessions;
    }

    SortedSet<Long> boundaries() {
        return boundaries;
    }

    /** For each merged session, the session that it was merged into. */
    public Map<SessionId, SessionId> redirects() {
        return redirects;
    }
}
