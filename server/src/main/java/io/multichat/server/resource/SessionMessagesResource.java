package io.multichat.server.resource;

import io.javalin.http.Context;
import io.multichat.events.SessionId;
import io.multichat.reading.MessagePage;
import io.multichat.reading.MessageWindow;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoredMessage;
import io.multichat.reading.WindowRequest;
import io.multichat.server.progress.ReadDemand;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.MessageJson;
import io.multichat.server.reply.MessagesEnd;
import io.multichat.server.reply.PageBody;
import io.multichat.server.request.DemandParameters;
import io.multichat.server.request.PageParameters;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.PatientTiers;
import java.util.List;
import java.util.Optional;

/** The messages of a session. */
public final class SessionMessagesResource {
    public static final List<String> PARAMETERS =
            DemandParameters.with(List.of("cursor", "limit", "direction", "around", "before", "after"));

    private final PatientTiers tiers;

    public SessionMessagesResource(PatientTiers tiers) {
        this.tiers = tiers;
    }

    /**
     * {@code GET /v1/sessions/{id}/messages?cursor=&limit=&direction=}: a page; or {@code ?around=&before=&after=}: the messages
     * around a message or an instant, oldest first.
     */
    public void messages(Context context, Parameters parameters) {
        SessionId id = parameters.sessionId();
        ReadDemand demand = new DemandParameters(parameters).demand();
        Optional<WindowRequest> around = new PageParameters(parameters).window();
        if (around.isPresent()) {
            window(context, id, around.get(), demand);
        } else {
            page(context, id, new PageParameters(parameters).page(), demand);
        }
    }

    private void page(Context context, SessionId id, PageRequest request, ReadDemand demand) {
        Optional<Answer<MessagePage>> answer =
                tiers.ask(demand, able -> able.messages().page(id, request));
        if (answer.isEmpty()) {
            SessionResource.notFound(context, id);
            return;
        }
        MessagePage page = answer.get().value();
        send(context, page.messages(), MessagesEnd.of(request, page, answer.get()));
    }

    private void window(Context context, SessionId id, WindowRequest request, ReadDemand demand) {
        Optional<Answer<MessageWindow>> answer =
                tiers.ask(demand, able -> able.messages().window(id, request));
        if (answer.isEmpty()) {
            SessionResource.notFound(context, id);
            return;
        }
        MessageWindow window = answer.get().value();
        if (MessageAnchors.isMissing(window, request)) {
            MessageAnchors.notFound(context, request, "session " + id);
            return;
        }
        send(context, window.messages(), MessagesEnd.of(window, answer.get()));
    }

    private static void send(Context context, List<StoredMessage> messages, MessagesEnd end) {
        AnswerMemory.shrink(context, MessageJson.bytes(messages));
        JsonReply.send(context, new PageBody<>("messages", messages, MessageJson::write, end));
    }
}
