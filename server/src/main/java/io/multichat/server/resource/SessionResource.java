package io.multichat.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.SnapshotEncoder;
import io.multichat.reading.MessageCursor;
import io.multichat.reading.MessagePage;
import io.multichat.reading.StoredMessage;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.MessageJson;
import io.multichat.server.reply.PageBody;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.SessionTiers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One session and its messages. */
public final class SessionResource {
    public static final List<String> MESSAGES_PARAMETERS = List.of("cursor", "limit", "direction");

    private final SessionTiers tiers;
    private final SnapshotEncoder encoder = new SnapshotEncoder();

    public SessionResource(SessionTiers tiers) {
        this.tiers = tiers;
    }

    /** {@code GET /v1/sessions/{id}}: the snapshot and its source. The id of a merged session gives the survivor. */
    public void session(Context context, Parameters parameters) {
        SessionId id = parameters.sessionId();
        Optional<Answer<SessionSnapshot>> answer = tiers.session(id);
        if (answer.isEmpty()) {
            notFound(context, id);
            return;
        }
        JsonReply.send(
                context,
                withSource(encoder.encode(answer.get().value()), answer.get().source()));
    }

    /** {@code GET /v1/sessions/{id}/messages?cursor=&limit=&direction=}. */
    public void messages(Context context, Parameters parameters) {
        SessionId id = parameters.sessionId();
        Optional<Answer<MessagePage>> answer = tiers.messages(id, parameters.page());
        if (answer.isEmpty()) {
            notFound(context, id);
            return;
        }
        MessagePage page = answer.get().value();
        AnswerMemory.shrink(context, MessageJson.bytes(page.messages()));
        JsonReply.send(
                context,
                new PageBody<>(
                        "messages",
                        page.messages(),
                        MessageJson::write,
                        new PageBody.End(
                                nextCursor(page),
                                answer.get().source(),
                                answer.get().complete())));
    }

    /** The bytes of a snapshot with one more field at the end. */
    private static byte[] withSource(byte[] snapshot, String source) {
        byte[] field = (",\"source\":\"" + source + "\"}").getBytes(StandardCharsets.UTF_8);
        int end = snapshot.length - 1;
        byte[] body = Arrays.copyOf(snapshot, end + field.length);
        System.arraycopy(field, 0, body, end, field.length);
        return body;
    }

    private static Optional<String> nextCursor(MessagePage page) {
        List<StoredMessage> messages = page.messages();
        return page.more()
                ? Optional.of(MessageCursor.of(messages.get(messages.size() - 1).position()))
                : Optional.empty();
    }

    private static void notFound(Context context, SessionId id) {
        Problems.send(context, HttpStatus.NOT_FOUND, "no session " + id);
    }
}
