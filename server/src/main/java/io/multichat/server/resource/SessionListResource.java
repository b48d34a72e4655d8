package io.multichat.server.resource;

import io.javalin.http.Context;
import io.multichat.events.Conversation;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.PageBody;
import io.multichat.server.request.ConversationParameters;
import io.multichat.server.request.DemandParameters;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.PatientTiers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists of sessions. */
public final class SessionListResource {
    public static final List<String> PARAMETERS = DemandParameters.with(List.of(
            "conversation", "platform", "channel", "thread", "threads", "state", "from", "to", "cursor", "limit"));

    private final PatientTiers tiers;
    private final SnapshotEncoder encoder = new SnapshotEncoder();

    public SessionListResource(PatientTiers tiers) {
        this.tiers = tiers;
    }

    /**
     * {@code GET /v1/sessions?conversation=|platform=&channel=&thread=&threads=&state=&from=&to=&cursor=&limit=&min-token=}: sessions that started
     * in [{@code from}, {@code to}), newest first.
     */
    public void sessions(Context context, Parameters parameters) {
        Optional<SessionCursor> after = parameters.cursor(SessionCursor::parse);
        SessionFilter filter = filter(parameters);
        int limit = parameters.limit(SessionPage.MAX_LIMIT);
        Answer<SessionPage> page = tiers.ask(
                new DemandParameters(parameters).demand(),
                able -> able.sessions().sessions(filter, after, limit));
        AnswerMemory.shrink(
                context, AnswerMemory.SNAPSHOT_BYTES * page.value().sessions().size());
        JsonReply.send(
                context,
                new PageBody<>(
                        "sessions",
                        page.value().sessions(),
                        (session, json) -> json.raw(encoder.encode(session)),
                        PageBody.End.of(page.value().next().map(SessionCursor::toString), page)));
    }

    private static SessionFilter filter(Parameters parameters) {
        Set<SessionStatus.State> states = parameters
                .text("state")
                .map(name -> Set.of(Parameters.parsed("state", name, SessionListResource::state)))
                .orElse(Set.of());
        Optional<String> platform = parameters.text("platform");
        ConversationParameters conversation = new ConversationParameters(parameters);
        return new SessionFilter(
                conversation.conversation().map(Conversation::key),
                platform,
                states,
                parameters.time("from"),
                parameters.time("to"),
                conversation.withThreads());
    }

    private static SessionStatus.State state(String name) {
        return Arrays.stream(SessionStatus.State.values())
                .filter(state -> state.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it must be open, closed, merged or deleted"));
    }
}
