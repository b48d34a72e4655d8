package io.multichat.server.resource;

import io.javalin.http.Context;
import io.multichat.events.SessionId;
import io.multichat.reading.MessagePage;
import io.multichat.reading.MessageWindow;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoredMessage;
import io.multichat.reading.WindowRequest;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.MessageJson;
import io.multichat.server.reply.MessagesEnd;
import io.multichat.server.reply.PageBody;
import io.multichat.server.request.PageParameters;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.MessageTiers;
import java.util.List;
import java.util.Optional;

/** The messages of a session. */
public final class SessionMessagesResource {
    public static final List<String> PARAMETERS = List.of("cursor", "limit", "direction", "around", "before", "after");

    private final MessageTiers tiers;

    public SessionMessagesResource(MessageTiers tiers) {
        this.tiers = tiers;
    }

    /**
     * {@code GET /v1/sessions/{id}/messages?cursor=&limit=&direction=}: a page; or {@code ?around=&before=&after=}: the messages
     * around a message or an instant, oldest first.
     */
    public void messages(Context context, Parameters parameters) {
        SessionId id = parameters.sessionId();
        Optional<WindowRequest> around = new PageParameters(parameters).window();
        if (around.isPresent()) {
            window(context, id, around.get());
        } else {
            page(context, id, new PageParameters(parameters).page());
        }
    }

    private void page(Context context, SessionId id, PageRequest request) {
        Optional<Answer<MessagePage>> answer = tiers.page(id, request);
        if (answer.isEmpty()) {
            SessionResource.notFound(context, id);
            return;
        }
        MessagePage page = answer.get().value();
        send(context, page.messages(), MessagesEnd.of(request, page, source(answer.get())));
    }

    private void window(Context context, SessionId id, WindowRequest request) {
        Optional<Answer<MessageWindow>> answer = tiers.window(id, request);
        if (answer.isEmpty()) {
            SessionResource.notFound(context, id);
            return;
        }
        MessageWindow window = answer.get().value();
        if (MessageAnchors.isMissing(window, request)) {
            MessageAnchors.notFound(context, request, "session " + id);
            return;
        }
        send(context, window.messages(), MessagesEnd.of(window, source(answer.get())));
    }

    private static MessagesEnd.Source source(Answer<?> answer) {
        return new MessagesEnd.Source(answer.source(), answer.complete());
    }

    private static void send(Context context, List<StoredMessage> messages, MessagesEnd end) {
        AnswerMemory.shrink(context, MessageJson.bytes(messages));
        JsonReply.send(context, new PageBody<>("messages", messages, MessageJson::write, end));
    }
}
