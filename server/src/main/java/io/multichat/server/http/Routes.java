package io.multichat.server.http;

import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.request.ContextParameters;
import io.multichat.server.request.PageParameters;
import io.multichat.server.request.SearchParameters;
import io.multichat.server.resource.AccountingResource;
import io.multichat.server.resource.ConversationContextResource;
import io.multichat.server.resource.ConversationListResource;
import io.multichat.server.resource.ConversationMessagesResource;
import io.multichat.server.resource.DeadLettersResource;
import io.multichat.server.resource.EventsResource;
import io.multichat.server.resource.LiveResource;
import io.multichat.server.resource.OpenApiResource;
import io.multichat.server.resource.SearchResource;
import io.multichat.server.resource.SessionListResource;
import io.multichat.server.resource.SessionMessagesResource;
import io.multichat.server.resource.SessionResource;
import java.util.List;

/** The paths that the server answers. */
final class Routes {
    private Routes() {}

    /** All routes. Those whose answers may be large share the memory for answers. */
    static List<Route> of(Access access, QueryServer.Answerers answerers, AnswerMemory memory) {
        SessionResource session = new SessionResource(answerers.tiers().sessions());
        SessionListResource sessions = new SessionListResource(answerers.tiers().sessions());
        SessionMessagesResource sessionMessages = new SessionMessagesResource(
                answerers.tiers().messages(), answerers.tiers().details());
        ConversationMessagesResource conversationMessages = new ConversationMessagesResource(
                answerers.tiers().conversations(), answerers.tiers().details());
        ConversationListResource conversations =
                new ConversationListResource(answerers.tiers().conversations());
        ConversationContextResource agents =
                new ConversationContextResource(answerers.tiers().conversations());
        LiveResource live = new LiveResource(answerers.live());
        EventsResource events = new EventsResource(answerers.publisher());
        SearchResource search = new SearchResource(answerers.search());
        HealthResource health =
                new HealthResource(access, answerers.health(), answerers.tiers().sessions());
        DeadLettersResource deadLetters = new DeadLettersResource(answerers.deadLetters());
        OpenApiResource openApi = new OpenApiResource();
        AccountingResource accounting = new AccountingResource(answerers.accounting());
        return List.of(
                Route.get("/livez", List.of(), health::live),
                Route.get("/readyz", List.of(), health::ready),
                Route.get("/openapi.json", List.of(), openApi::document),
                Route.get("/v1/sessions", SessionListResource.PARAMETERS, memory.bound(sessions::sessions)),
                Route.get("/v1/sessions/{id}", List.of(), memory.bound(session::session)),
                Route.get("/v1/sessions/{id}/messages", PageParameters.NAMES, memory.bound(sessionMessages::messages)),
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
                Route.post("/v1/events", memory.bound(events::publish)),
                Route.get("/v1/live", LiveResource.PARAMETERS, live::live),
                Route.get("/v1/dead-letters", DeadLettersResource.PARAMETERS, memory.bound(deadLetters::letters)),
                Route.get("/v1/dead-letters/{id}", List.of(), memory.bound(deadLetters::letter)),
                Route.get("/v1/accounting", List.of(), accounting::accounts));
    }
}
