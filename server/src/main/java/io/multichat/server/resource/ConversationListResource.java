package io.multichat.server.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.events.text.Rfc3339;
import io.multichat.reading.ConversationCursor;
import io.multichat.reading.ConversationPage;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.ConversationJson;
import io.multichat.server.reply.JsonPiece;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.PageBody;
import io.multichat.server.request.DemandParameters;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.NamedConversations;
import io.multichat.server.tiers.PatientTiers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Lists of conversations. */
public final class ConversationListResource {
    public static final List<String> PARAMETERS = DemandParameters.with(List.of("platform", "text", "cursor", "limit"));

    private final PatientTiers tiers;
    private final SnapshotEncoder encoder = new SnapshotEncoder();

    public ConversationListResource(PatientTiers tiers) {
        this.tiers = tiers;
    }

    /**
     * {@code GET /v1/conversations?platform=&text=&cursor=&limit=&min-token=}: conversations with their newest session, newest activity first.
     */
    public void conversations(Context context, Parameters parameters) {
        Optional<String> platform = parameters.text("platform");
        Optional<String> text = parameters.text("text");
        Optional<ConversationCursor> after = parameters.cursor(ConversationCursor::parse);
        int limit = parameters.limit(ConversationPage.MAX_LIMIT);
        Answer<ConversationPage> page = tiers.ask(
                new DemandParameters(parameters).demand(),
                able -> text.isPresent()
                        ? new NamedConversations(able.conversations(), text.get()).list(platform, after, limit)
                        : able.conversations().list(platform, after, limit));
        AnswerMemory.shrink(
                context, AnswerMemory.SNAPSHOT_BYTES * page.value().newest().size());
        JsonReply.send(
                context,
                new PageBody<>(
                        "conversations",
                        page.value().newest(),
                        this::write,
                        PageBody.End.of(page.value().next().map(ConversationCursor::toString), page)));
    }

    private void write(SessionSnapshot newest, JsonPiece json) throws IOException {
        JsonGenerator generator = json.generator();
        generator.writeStartObject();
        generator.writeStringField("key", newest.conversation().key());
        generator.writeFieldName("conversation");
        ConversationJson.write(newest.conversation(), generator);
        generator.writeStringField("lastMessageAt", Rfc3339.format(newest.span().lastMessageAt()));
        generator.writeFieldName("session");
        json.raw(encoder.encode(newest));
        generator.writeEndObject();
    }
}
