package io.multichat.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.SessionTiers;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Lists of sessions. */
final class SessionListResource {
    private final SessionTiers tiers;
    private final SnapshotEncoder encoder = new SnapshotEncoder();

    SessionListResource(SessionTiers tiers) {
        this.tiers = tiers;
    }

    /**
     * {@code GET /v1/sessions?conversation=|platform=&channel=&thread=&state=&from=&to=&cursor=&limit=}: newest first;
     * {@code from} and {@code to} bound the start.
     */
    void sessions(Context context) {
        Parameters parameters = new Parameters(context);
        Optional<SessionCursor> after =
                parameters.text("cursor").map(text -> Parameters.parsed("cursor", text, SessionCursor::parse));
        Answer<SessionPage> page = tiers.sessions(filter(parameters), after, parameters.limit(SessionPage.MAX_LIMIT));
        ObjectNode body = JsonReply.object();
        ArrayNode sessions = body.putArray("sessions");
        page.value().sessions().forEach(session -> sessions.add(JsonReply.parse(encoder.encode(session))));
        body.put("nextCursor", page.value().next().map(SessionCursor::toString).orElse(null));
        body.put("source", page.source());
        JsonReply.send(context, body);
    }

    private static SessionFilter filter(Parameters parameters) {
        Set<SessionStatus.State> states = parameters
                .text("state")
                .map(name -> Set.of(Parameters.parsed("state", name, SessionListResource::state)))
                .orElse(Set.of());
        Optional<String> platform = parameters.text("platform");
        return new SessionFilter(
                conversation(parameters), platform, states, parameters.time("from"), parameters.time("to"));
    }

    private static Optional<String> conversation(Parameters parameters) {
        Optional<String> channel = parameters.text("channel");
        if (channel.isEmpty() && parameters.text("thread").isPresent()) {
            throw new IllegalArgumentException("thread needs platform and channel");
        }
        try {
            if (channel.isPresent()) {
                String platform = parameters
                        .text("platform")
                        .orElseThrow(() -> new IllegalArgumentException("channel needs platform"));
                return Optional.of(Conversation.of(
                                platform,
                                channel.get(),
                                parameters.text("thread").orElse(null))
                        .key());
            }
            return parameters
                    .text("conversation")
                    .map(key -> Conversation.ofKey(key).key());
        } catch (InvalidEventException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static SessionStatus.State state(String name) {
        return Arrays.stream(SessionStatus.State.values())
                .filter(state -> state.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it must be open, closed, merged or deleted"));
    }
}
