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

    /** The boundary that an explicit end sets; empty when it changes nothing. */
    OptionalLong end(long at) {
        Optional<PlainSession> session = containing(at);
        if (session.filter(each -> closing(each).by() == ClosedBy.END).isPresent()) {
            return OptionalLong.empty();
        }
        long boundary = session.map(PlainSession::lastMessageAt).orElse(at);
        return boundaries.add(boundary) ? OptionalLong.of(boundary) : OptionalLong.empty();
    }

    /** The session that an explicit end, which has just been applied, ends. */
    Optional<SessionId> endedBy(long at) {
        Optional<PlainSession> before = sessions.stream()
                .filter(each -> each.startedAt() < at)
                .reduce((one, next) -> next)
                .filter(each -> closing(each).equals(new PlainClosing(at, ClosedBy.END)));
        return containing(at).or(() -> before).map(PlainSession::id);
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
