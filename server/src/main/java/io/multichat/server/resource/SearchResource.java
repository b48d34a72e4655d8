package io.multichat.server.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.multichat.events.Conversation;
import io.multichat.reading.SearchCursor;
import io.multichat.reading.SearchPage;
import io.multichat.reading.SearchRequest;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.ConversationJson;
import io.multichat.server.reply.JsonPiece;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.MessageJson;
import io.multichat.server.reply.PageBody;
import io.multichat.server.request.ConversationParameters;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.SearchTier;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Full-text search of messages. */
public final class SearchResource {
    public static final List<String> PARAMETERS =
            List.of("q", "conversation", "platform", "channel", "thread", "sender", "from", "to", "cursor", "limit");

    private final SearchTier tier;

    public SearchResource(SearchTier tier) {
        this.tier = tier;
    }

    /**
     * {@code GET /v1/search?q=&conversation=|platform=&channel=&thread=&sender=&from=&to=&cursor=&limit=}: messages that contain all words of {@code q}
     * and were sent in [{@code from}, {@code to}), each with its conversation, in the order in which the store received them,
     * newest first.
     */
    public void search(Context context, Parameters parameters) {
        Answer<SearchPage> answer = tier.find(request(parameters));
        AnswerMemory.shrink(
                context,
                MessageJson.bytes(answer.value().hits().stream()
                        .map(SearchPage.Hit::message)
                        .toList()));
        JsonReply.send(
                context,
                new PageBody<>(
                        "hits",
                        answer.value().hits(),
                        SearchResource::write,
                        PageBody.End.of(answer.value().next().map(SearchCursor::toString), answer.source())));
    }

    private static SearchRequest request(Parameters parameters) {
        String words = parameters
                .text("q")
                .filter(text -> !text.isBlank())
                .orElseThrow(
                        () -> new IllegalArgumentException("q is missing or blank; it must hold the words to find"));
        Optional<String> conversation =
                new ConversationParameters(parameters).conversation().map(Conversation::key);
        if (conversation.isEmpty() && parameters.text("platform").isPresent()) {
            throw new IllegalArgumentException(
                    "platform needs channel: a search covers one conversation or all of them");
        }
        return new SearchRequest(
                words,
                conversation,
                parameters.text("sender"),
                parameters.time("from"),
                parameters.time("to"),
                parameters.cursor(SearchCursor::parse),
                parameters.limit(SearchRequest.MAX_LIMIT));
    }

    private static void write(SearchPage.Hit hit, JsonPiece json) throws IOException {
        JsonGenerator generator = json.generator();
        generator.writeStartObject();
        generator.writeFieldName("conversation");
        ConversationJson.write(hit.conversation(), generator);
        generator.writeFieldName("message");
        MessageJson.write(hit.message(), json);
        generator.writeEndObject();
    }
}
