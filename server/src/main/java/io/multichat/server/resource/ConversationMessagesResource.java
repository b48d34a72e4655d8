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
import io.multichat.server.tiers.PageDetails;
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
            "after",
            "revisions"));

    /** What an answer lists: messages, the sessions that they may belong to, and their details. */
    private record Listed(List<StoredMessage> messages, List<SessionSnapshot> sessions, PageDetails details) {}

    private final PatientTiers tiers;

    public ConversationMessagesResource(PatientTiers tiers) {
        this.tiers = tiers;
    }

    /**
     * {@code GET /v1/conversations/messages?conversation=|platform=&channel=&thread=} with {@code &cursor=&limit=&direction=} or
     * {@code &around=&before=&after=}, and with {@code &revisions=}: as for a session; every message names its session.
     */
    public void messages(Context context, Parameters parameters) {
        Conversation conversation = new ConversationParameters(parameters).required();
        PageParameters wanted = new PageParameters(parameters);
        boolean revisions = wanted.revisions();
        ReadDemand demand = new DemandParameters(parameters).demand();
        Optional<WindowRequest> around = wanted.window();
        if (around.isPresent()) {
            window(context, conversation, around.get(), revisions, demand);
        } else {
            page(context, conversation, wanted.page(), revisions, demand);
        }
    }

    private void page(
            Context context, Conversation conversation, PageRequest request, boolean revisions, ReadDemand demand) {
        Optional<Answer<ConversationMessages>> answer =
                tiers.ask(demand, able -> able.conversations().page(conversation, request));
        if (answer.isEmpty()) {
            notFound(context, conversation);
            return;
        }
        ConversationMessages found = answer.get().value();
        List<StoredMessage> messages = found.page().messages();
        PageDetails details = tiers.details(demand, conversation, messages, revisions);
        send(
                context,
                new Listed(messages, found.sessions(), details),
                MessagesEnd.of(request, found.page(), answer.get().with(details)));
    }

    private void window(
            Context context, Conversation conversation, WindowRequest request, boolean revisions, ReadDemand demand) {
        Optional<Answer<ConversationWindow>> answer =
                tiers.ask(demand, able -> able.conversations().window(conversation, request));
        if (answer.isEmpty()) {
            notFound(context, conversation);
            return;
        }
        ConversationWindow found = answer.get().value();
        if (MessageAnchors.isMissing(found.window(), request)) {
            MessageAnchors.notFound(
                    context,
                    request,
                    "conversation " + conversation.key(),
                    answer.get().complete());
            return;
        }
        List<StoredMessage> messages = found.window().messages();
        PageDetails details = tiers.details(demand, conversation, messages, revisions);
        send(
                context,
                new Listed(messages, found.sessions(), details),
                MessagesEnd.of(found.window(), answer.get().with(details)));
    }

    private static void send(Context context, Listed listed, MessagesEnd end) {
        AnswerMemory.shrink(
                context, MessageJson.bytes(listed.messages()) + listed.details().bytes());
        JsonReply.send(
                context,
                new PageBody<>(
                        "messages",
                        listed.messages(),
                        (message, json) -> MessageJson.write(
                                message,
                                ConversationMessages.sessionAt(
                                        listed.sessions(), message.position().sentAt()),
                                listed.details(),
                                json),
                        end));
    }

    private static void notFound(Context context, Conversation conversation) {
        Problems.send(context, HttpStatus.NOT_FOUND, "no conversation " + conversation.key());
    }
}
