package io.multichat.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.events.Conversation;
import io.multichat.reading.ConversationMessages;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoredMessage;
import io.multichat.server.context.ContextLimits;
import io.multichat.server.context.ContextMessage;
import io.multichat.server.context.ContextSelection;
import io.multichat.server.progress.ReadDemand;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.MessageJson;
import io.multichat.server.reply.PageBody;
import io.multichat.server.reply.Problems;
import io.multichat.server.reply.SourceJson;
import io.multichat.server.request.ContextParameters;
import io.multichat.server.request.ConversationParameters;
import io.multichat.server.request.DemandParameters;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.ConversationTiers;
import io.multichat.server.tiers.PageDetails;
import io.multichat.server.tiers.PatientTiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest messages of a conversation, as the context of an agent. */
public final class ConversationContextResource {
    private static final int PAGE = 100;

    // Older messages that are read in addition, so that the call of a result is found.
    private static final int LOOKED_BACK = 100;

    private final PatientTiers tiers;

    public ConversationContextResource(PatientTiers tiers) {
        this.tiers = tiers;
    }

    /**
     * {@code GET /v1/conversations/context?conversation=&messages=&tokens=&charactersPerToken=&system=&min-token=}: the newest messages that
     * fit, oldest first, without deleted ones; a tool call and its result are never separated.
     */
    public void context(Context context, Parameters parameters) {
        Conversation conversation = new ConversationParameters(parameters).required();
        ContextLimits limits = new ContextParameters(parameters).limits();
        List<ContextMessage> newest = new ArrayList<>();
        ReadDemand demand = new DemandParameters(parameters).demand();
        Optional<Answer<ConversationMessages>> last = tiers.ask(demand, able -> {
            newest.clear();
            return read(able.conversations(), conversation, limits, newest);
        });
        if (last.isEmpty()) {
            Problems.send(context, HttpStatus.NOT_FOUND, "no conversation " + conversation.key());
            return;
        }
        ContextSelection selection =
                ContextSelection.of(newest, last.get().value().page().more(), limits);
        AnswerMemory.shrink(
                context,
                MessageJson.bytes(selection.messages().stream()
                        .map(ContextMessage::message)
                        .toList()));
        JsonReply.send(
                context,
                new PageBody<>(
                        "messages",
                        selection.messages(),
                        (message, json) ->
                                MessageJson.write(message.message(), message.session(), PageDetails.NONE, json),
                        generator -> {
                            generator.writeNumberField("tokens", selection.tokens());
                            generator.writeBooleanField("hasBefore", selection.hasBefore());
                            SourceJson.write(last.get(), generator);
                        }));
    }

    /**
     * Reads the newest messages, more than fit.
     *
     * @return the last page that was read; empty if there is no such conversation
     */
    private static Optional<Answer<ConversationMessages>> read(
            ConversationTiers tiers, Conversation conversation, ContextLimits limits, List<ContextMessage> newest) {
        int wanted = (limits.keepsSystem() ? ContextLimits.MAX_MESSAGES : limits.messages()) + LOOKED_BACK;
        PageRequest request = new PageRequest(Optional.empty(), PAGE, PageRequest.Direction.BACKWARD);
        long bytes = 0;
        while (true) {
            Optional<Answer<ConversationMessages>> answer = tiers.page(conversation, request);
            if (answer.isEmpty()) {
                return answer;
            }
            ConversationMessages page = answer.get().value();
            for (StoredMessage message : page.page().messages()) {
                bytes += message.event().length;
                if (!message.deleted()) {
                    newest.add(ContextMessage.of(
                            message,
                            ConversationMessages.sessionAt(
                                    page.sessions(), message.position().sentAt())));
                }
            }
            if (!page.page().more() || newest.size() >= wanted || bytes >= MessagePage.MAX_BYTES) {
                return answer;
            }
            List<StoredMessage> messages = page.page().messages();
            request = new PageRequest(
                    Optional.of(messages.get(messages.size() - 1).position()), PAGE, PageRequest.Direction.BACKWARD);
        }
    }
}
