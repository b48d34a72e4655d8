package io.multichat.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnsupportedMediaTypeResponse;
import io.multichat.reading.letters.DeadLetterId;
import io.multichat.server.publish.DeadLetterReplay;
import io.multichat.server.publish.PublisherUnavailableException;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.TiersUnavailableException;
import java.util.Optional;

/** Publishes the records of dead letters again. */
public final class DeadLetterReplayResource {
    private static final String JSON = "application/json";

    private final DeadLetterReplay replay;

    public DeadLetterReplayResource(DeadLetterReplay replay) {
        this.replay = replay;
    }

    /**
     * {@code POST /v1/dead-letters/{id}/replay}: publishes the record to the topic that it came from. The content type must be JSON, because
     * a browser sends other types, and none, from any web page without asking.
     */
    public void replay(Context context, Parameters none) {
        String type = Optional.ofNullable(context.contentType())
                .orElse("")
                .split(";", 2)[0]
                .strip();
        if (!type.equalsIgnoreCase(JSON)) {
            throw new UnsupportedMediaTypeResponse("send the content type " + JSON);
        }
        DeadLetterId id = Parameters.parsed("id", context.pathParam("id"), DeadLetterId::parse);
        DeadLetterReplay.Outcome outcome = publish(id);
        outcome.topic()
                .ifPresentOrElse(
                        topic -> JsonReply.send(
                                context,
                                JsonReply.object().put("id", id.toString()).put("topic", topic)),
                        () -> Problems.send(
                                context, HttpStatus.CONFLICT, outcome.refusal().orElseThrow()));
    }

    private DeadLetterReplay.Outcome publish(DeadLetterId id) {
        try {
            return replay.replay(id);
        } catch (PublisherUnavailableException e) {
            throw new TiersUnavailableException(e.getMessage(), e);
        }
    }
}
