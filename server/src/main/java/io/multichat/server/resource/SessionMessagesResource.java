package io.multichat.server.resource;

import io.javalin.http.Context;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.codec.EventDecoder;
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
import io.multichat.server.tiers.PageDetails;
import io.multichat.server.tiers.PatientTiers;
import java.util.List;
import java.util.Optional;

/** The messages of a session. */
public final class SessionMessagesResource {
    public static final List<String> PARAMETERS = DemandParameters.with(PageParameters.NAMES);

    private static final EventDecoder DECODER = new EventDecoder();

    private final PatientTiers tiers;

    public SessionMessagesResource(PatientTiers tiers) {
        this.tiers = tiers;
    }

    /**
     * {@code GET /v1/sessions/{id}/messages?cursor=&limit=&direction=}: a page; or {@code ?around=&before=&after=}: the messages
     * around a message or an instant, oldest first; with {@code &revisions=true} each with all its versions.
     */
    public void messages(Context context, Parameters parameters) {
        SessionId id = parameters.sessionId();
        PageParameters wanted = new PageParameters(parameters);
        boolean revisions = wanted.revisions();
        ReadDemand demand = new DemandParameters(parameters).demand();
        Optional<WindowRequest> around = wanted.window();
        if (around.isPresent()) {
            window(context, id, around.get(), revisions, demand);
        } else {
            page(context, id, wanted.page(), revisions, demand);
        }
    }

    private void page(Context context, SessionId id, PageRequest request, boolean revisions, ReadDemand demand) {
        Optional<Answer<MessagePage>> answer =
                tiers.ask(demand, able -> able.messages().page(id, request));
        if (answer.isEmpty()) {
            SessionResource.notFound(context, id);
            return;
        }
        MessagePage page = answer.get().value();
        PageDetails found = details(page.messages(), revisions, demand);
        send(
                context,
                page.messages(),
                found,
                MessagesEnd.of(request, page, answer.get().with(found)));
    }

    private void window(Context context, SessionId id, WindowRequest request, boolean revisions, ReadDemand demand) {
        Optional<Answer<MessageWindow>> answer =
                tiers.ask(demand, able -> able.messages().window(id, request));
        if (answer.isEmpty()) {
            SessionResource.notFound(context, id);
            return;
        }
        MessageWindow window = answer.get().value();
        if (MessageAnchors.isMissing(window, request)) {
            MessageAnchors.notFound(
                    context, request, "session " + id, answer.get().complete());
            return;
        }
        PageDetails found = details(window.messages(), revisions, demand);
        send(
                context,
                window.messages(),
                found,
                MessagesEnd.of(window, answer.get().with(found)));
    }

    /** All messages of a session are of one conversation, which each of them names. */
    private PageDetails details(List<StoredMessage> messages, boolean revisions, ReadDemand demand) {
        if (messages.isEmpty()) {
            return PageDetails.NONE;
        }
        Conversation conversation = DECODER.decode(messages.get(0).event()).conversation();
        return tiers.details(demand, conversation, messages, revisions);
    }

    private static void send(Context context, List<StoredMessage> messages, PageDetails details, MessagesEnd end) {
        AnswerMemory.shrink(context, MessageJson.bytes(messages) + details.bytes());
        JsonReply.send(
                context,
                new PageBody<>(
                        "messages", messages, (message, json) -> MessageJson.write(message, details, json), end));
    }
}
