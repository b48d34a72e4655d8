package io.multichat.server.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.events.text.Rfc3339;
import io.multichat.reading.ConversationCursor;
import io.multichat.reading.ConversationPage;
import io.multichat.server.reply.ConversationJson;
import io.multichat.server.reply.JsonPiece;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.PageBody;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.ConversationTiers;
import java.io.IOException;
import java.util.List;

/** Lists of conversations. */
public final class ConversationListResource {
    public static final List<String> PARAMETERS = List.of("platform", "cursor", "limit");

    private final ConversationTiers tiers;
    private final SnapshotEncoder encoder = new SnapshotEncoder();

    public ConversationListResource(ConversationTiers tiers) {
        this.tiers = tiers;
    }

    /**
     * {@code GET /v1/conversations?platform=&cursor=&limit=}: conversations with their newest session, newest activity first.
     */
    public void conversations(Context context, Parameters parameters) {
        Answer<ConversationPage> page = tiers.list(
                parameters.text("platform"),
                parameters.cursor(ConversationCursor::parse),
                parameters.limit(ConversationPage.MAX_LIMIT));
        JsonReply.send(
                context,
                new PageBody<>(
                        "conversations",
                        page.value().newest(),
                        this::write,
                        PageBody.End.of(page.value().next().map(ConversationCursor::toString), page.source())));
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
