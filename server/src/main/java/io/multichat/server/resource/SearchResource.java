package io.multichat.server.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.multichat.events.SessionId;
import io.multichat.events.text.Rfc3339;
import io.multichat.reading.search.SearchCursor;
import io.multichat.reading.search.SearchPage;
import io.multichat.reading.search.SearchRequest;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.ConversationJson;
import io.multichat.server.reply.JsonPiece;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.MessageJson;
import io.multichat.server.reply.PageBody;
import io.multichat.server.request.DemandParameters;
import io.multichat.server.request.Parameters;
import io.multichat.server.request.SearchParameters;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.PageDetails;
import io.multichat.server.tiers.PatientTiers;
import io.multichat.server.tiers.SearchTier;
import java.io.IOException;

/** Full-text search of messages. */
public final class SearchResource {
    private final PatientTiers tiers;
    private final SearchTier tier;

    public SearchResource(PatientTiers tiers, SearchTier tier) {
        this.tiers = tiers;
        this.tier = tier;
    }

    /**
     * {@code GET /v1/search?q=}, with the conditions of the query as parameters too: messages that match, each with its conversation,
     * session and snippet, the most recently stored ones or the best matches first.
     */
    public void search(Context context, Parameters parameters) {
        SearchRequest request = new SearchParameters(parameters).request();
        Answer<SearchPage> answer =
                tiers.ask(new DemandParameters(parameters).demand(), able -> tier.find(request, able.storeDemand()));
        SearchPage page = answer.value();
        AnswerMemory.shrink(
                context,
                MessageJson.bytes(
                        page.hits().stream().map(SearchPage.Hit::message).toList()));
        PageBody.End end = PageBody.End.of(page.next().map(SearchCursor::toString), answer);
        JsonReply.send(context, new PageBody<>("hits", page.hits(), SearchResource::write, generator -> {
            generator.writeStringField(
                    "indexedUpTo",
                    page.indexedUpTo().isPresent()
                            ? Rfc3339.format(page.indexedUpTo().getAsLong())
                            : null);
            end.write(generator);
        }));
    }

    private static void write(SearchPage.Hit hit, JsonPiece json) throws IOException {
        JsonGenerator generator = json.generator();
        generator.writeStartObject();
        generator.writeFieldName("conversation");
        ConversationJson.write(hit.conversation(), generator);
        generator.writeStringField(
                "sessionId", hit.session().map(SessionId::toString).orElse(null));
        generator.writeObjectFieldStart("snippet");
        generator.writeStringField("text", hit.snippet().text());
        generator.writeArrayFieldStart("marks");
        for (SearchPage.Mark mark : hit.snippet().marks()) {
            generator.writeArray(new int[] {mark.start(), mark.end()}, 0, 2);
        }
        generator.writeEndArray();
        generator.writeEndObject();
        generator.writeFieldName("message");
        MessageJson.write(hit.message(), PageDetails.NONE, json);
        generator.writeEndObject();
    }
}
