package io.multichat.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.reading.ConversationMessages;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoredMessage;
import io.multichat.reading.WindowRequest;
import io.multichat.server.progress.ReadDemand;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.MessageJson;
import io.multichat.server.reply.MessagesEnd;
import io.multichat.server.reply.PageBody;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.ConversationParameters;
import io.multichat.server.request.DemandParameters;
import io.multichat.server.request.PageParameters;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.ConversationWindow;
import io.multichat.server.tiers.PatientTiers;
import java.util.List;
import java.util.Optional;

/** The messages of a conversation across its sessions. */
public final class ConversationMessagesResource {
    public static final List<String> PARAMETERS = DemandParameters.with(List.of(
            "conversation",
            "platform",
            "channel",
            "thread",
            "cursor",
            "limit",
            "direction",
            "around",
            "before",
            "after"));

    private final PatientTiers tiers;

    public ConversationMessagesResource(PatientTiers tiers) {
        this.tiers = tiers;
    }

    /**
     * {@code GET /v1/conversations/messages?conversation=|platform=&channel=&thread=} with {@code &cursor=&limit=&direction=} or
     * {@code &around=&before=&after=}: as for a session; every message names its session.
     */
    public void messages(Context context, Parameters parameters) {
        Conversation conversation = new ConversationParameters(parameters).required();
        ReadDemand demand = new DemandParameters(parameters).demand();
        Optional<WindowRequest> around = new PageParameters(parameters).window();
        if (around.isPresent()) {
            window(context, conversation, around.get(), demand);
        } else {
            page(context, conversation, new PageParameters(parameters).page(), demand);
        }
    }

    private void page(Context context, Conversation conversation, PageRequest request, ReadDemand demand) {
        Optional<Answer<ConversationMessages>> answer =
                tiers.ask(demand, able -> able.conversations().page(conversation, request));
        if (answer.isEmpty()) {
            notFound(context, conversation);
            return;
        }
        ConversationMessages found = answer.get().value();
        MessagesEnd end = MessagesEnd.of(request, found.page(), answer.get());
        send(context, found.page().messages(), found.sessions(), end);
    }

    private void window(Context context, Conversation conversation, WindowRequest request, ReadDemand demand) {
        Optional<Answer<ConversationWindow>> answer =
                tiers.ask(demand, able -> able.conversations().window(conversation, request));
        if (answer.isEmpty()) {
            notFound(context, conversation);
            return;
        }
        ConversationWindow found = answer.get().value();
        if (MessageAnchors.isMissing(found.window(), request)) {
            MessageAnchors.notFound(context, request, "conversation " + conversation.key());
            return;
        }
        MessagesEnd end = MessagesEnd.of(found.window(), answer.get());
        send(context, found.window().messages(), found.sessions(), end);
    }

    private static void send(
            Context context, List<StoredMessage> messages, List<SessionSnapshot> sessions, MessagesEnd end) {
        AnswerMemory.shrink(context, MessageJson.bytes(messages));
        JsonReply.send(
                context,
                new PageBody<>(
                        "messages",
                        messages,
                        (message, json) -> MessageJson.write(
                                message,
                                ConversationMessages.sessionAt(
                                        sessions, message.position().sentAt()),
                                json),
                        end));
    }

    private static void notFound(Context context, Conversation conversation) {
        Problems.send(context, HttpStatus.NOT_FOUND, "no conversation " + conversation.key());
    }
}
