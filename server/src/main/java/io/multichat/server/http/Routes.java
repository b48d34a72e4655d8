package io.multichat.server.http;

import io.multichat.server.export.SessionExportResource;
import io.multichat.server.metrics.MetricsResource;
import io.multichat.server.page.PageResource;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.request.ContextParameters;
import io.multichat.server.request.DemandParameters;
import io.multichat.server.request.SearchParameters;
import io.multichat.server.resource.AccountingResource;
import io.multichat.server.resource.ConversationContextResource;
import io.multichat.server.resource.ConversationListResource;
import io.multichat.server.resource.ConversationMessagesResource;
import io.multichat.server.resource.DeadLetterReplayResource;
import io.multichat.server.resource.DeadLettersResource;
import io.multichat.server.resource.ErasureResource;
import io.multichat.server.resource.EventsResource;
import io.multichat.server.resource.LiveResource;
import io.multichat.server.resource.OpenApiResource;
import io.multichat.server.resource.SearchResource;
import io.multichat.server.resource.SessionListResource;
import io.multichat.server.resource.SessionMessagesResource;
import io.multichat.server.resource.SessionResource;
import io.multichat.server.tiers.PatientTiers;
import java.util.List;

/** The paths that the server answers. */
final class Routes {
    /** The only answers that do not end by themselves. */
    static final String LIVE = "/v1/live";

    /** Answers as large as files. */
    static final String EXPORT = "/v1/sessions/{id}/export";

    private Routes() {}

    /**
     * All routes.
     *
     * @param memory shared by the routes whose answers may be large
     * @param bodies the memory for what clients send, so that publishing does not keep others from reading
     */
    static List<Route> of(
            Listener listener, QueryServer.Answerers answerers, AnswerMemory memory, AnswerMemory bodies) {
        PatientTiers tiers =
                new PatientTiers(answerers.tiers(), answerers.instances().written());
        SessionResource session =
                new SessionResource(tiers, answerers.instances().local());
        SessionListResource sessions = new SessionListResource(tiers);
        SessionMessagesResource sessionMessages = new SessionMessagesResource(tiers);
        ConversationMessagesResource conversationMessages = new ConversationMessagesResource(tiers);
        ConversationListResource conversations = new ConversationListResource(tiers);
        ConversationContextResource agents = new ConversationContextResource(tiers);
        LiveResource live = new LiveResource(answerers.live(), listener.access()::reading);
        EventsResource events = new EventsResource(answerers.publisher());
        SearchResource search = new SearchResource(tiers, answerers.search());
        HealthResource health = new HealthResource(
                listener.access(), answerers.health(), answerers.tiers().sessions());
        DeadLettersResource deadLetters = new DeadLettersResource(answerers.deadLetters());
        OpenApiResource openApi = new OpenApiResource();
        PageResource page = new PageResource();
        AccountingResource accounting =
                new AccountingResource(answerers.instances().accounting());
        ErasureResource erasures = new ErasureResource(answerers.erasures());
        MetricsResource metrics = new MetricsResource(answerers.metrics());
        return List.of(
                Route.open("/livez", health::live),
                Route.open("/readyz", health::ready),
                Route.open("/startupz", health::startup),
                listener.showsMetrics()
                        ? Route.open("/metrics", metrics::metrics)
                        : Route.get("/metrics", List.of(), metrics::metrics),
                Route.open("/openapi.json", openApi::document),
                Route.open("/", page::document),
                Route.open("/page/{file}", page::file),
                Route.open("/page/{folder}/{file}", page::file),
                Route.get("/v1/access", List.of(), new AccessResource(listener.access())::scopes),
                Route.get("/v1/sessions", SessionListResource.PARAMETERS, memory.bound(sessions::sessions)),
                Route.get("/v1/sessions/{id}", DemandParameters.OF_STATE, session::session),
                Route.get(
                        "/v1/sessions/{id}/messages",
                        SessionMessagesResource.PARAMETERS,
                        memory.bound(sessionMessages::messages)),
                Route.get(
                        EXPORT,
                        SessionExportResource.PARAMETERS,
                        memory.bound(new SessionExportResource(tiers)::export)),
                Route.get(
                        "/v1/conversations",
                        ConversationListResource.PARAMETERS,
                        memory.bound(conversations::conversations)),
                Route.get(
                        "/v1/conversations/messages",
                        ConversationMessagesResource.PARAMETERS,
                        memory.bound(conversationMessages::messages)),
                Route.get("/v1/conversations/context", ContextParameters.NAMES, memory.bound(agents::context)),
                Route.get("/v1/search", SearchParameters.NAMES, memory.bound(search::search)),
                Route.post("/v1/events", bodies.bound(events::publish)),
                Route.get(LIVE, LiveResource.PARAMETERS, live::live),
                Route.get("/v1/dead-letters", DeadLettersResource.PARAMETERS, memory.bound(deadLetters::letters)),
                Route.get("/v1/dead-letters/{id}", List.of(), memory.bound(deadLetters::letter)),
                Route.post("/v1/dead-letters/{id}/replay", new DeadLetterReplayResource(answerers.replay())::replay),
                Route.delete("/v1/sessions/{id}", List.of(), erasures::deleteSession),
                Route.delete("/v1/participants", ErasureResource.PERSON_PARAMETERS, erasures::erasePerson),
                Route.administer("/v1/erasures/{id}", erasures::erasure),
                Route.get("/v1/accounting", List.of(), accounting::accounts));
    }
}
