package io.multichat.server.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.server.publish.EventBatch;
import io.multichat.server.publish.EventOutcome;
import io.multichat.server.publish.EventPublisher;
import io.multichat.server.reply.AnswerMemory;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.ProblemType;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.EventBody;
import io.multichat.server.request.Parameters;
import java.util.List;

/** Publishing of events. */
public final class EventsResource {
    private static final long PATIENCE_MS = 30_000;
    // As it was sent, and in the producer; and what a decoded event takes in addition.
    private static final long COPIES = 3;
    private static final long OVERHEAD = 1_024;

    private final EventBatch batch;

    public EventsResource(EventPublisher publisher) {
        batch = new EventBatch(publisher, PATIENCE_MS);
    }

    /**
     * {@code POST /v1/events}: publishes one event, an array of events or lines of events. The answer has a result for each, in the
     * same order: the place in the input topic, or why the event was not published. Its status is 200 if all were published, and
     * otherwise that of the event that needs most attention: 503, 429, 413 or 422.
     */
    public void publish(Context context, Parameters none) {
        List<byte[]> events = EventBody.read(context);
        long size = events.stream().mapToLong(event -> event.length).sum();
        AnswerMemory.shrink(context, COPIES * size + OVERHEAD * events.size());
        List<EventOutcome> outcomes = batch.publish(events);
        ArrayNode results = JsonReply.object().arrayNode();
        outcomes.forEach(outcome -> results.add(result(outcome)));
        long published = outcomes.stream().filter(EventOutcome::isPublished).count();
        if (published == outcomes.size()) {
            ObjectNode body = JsonReply.object().put("published", published);
            body.set("results", results);
            JsonReply.send(context, body);
            return;
        }
        HttpStatus status = HttpStatus.forStatus(worst(outcomes));
        if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
            context.header("Retry-After", "1");
        }
        ObjectNode more = JsonReply.object().put("published", published);
        more.set("results", results);
        Problems.send(
                context,
                status,
                ProblemType.EVENTS_NOT_PUBLISHED,
                (outcomes.size() - published) + " of " + outcomes.size() + " events were not published; see results",
                more);
    }

    /** What can be repeated comes first; then what can only be sent in another form. */
    private static int worst(List<EventOutcome> outcomes) {
        List<Integer> statuses = outcomes.stream().map(EventOutcome::status).toList();
        return List.of(503, 429, 413, 422).stream()
                .filter(statuses::contains)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode result(EventOutcome outcome) {
        ObjectNode result = JsonReply.object().put("status", outcome.status());
        outcome.token().ifPresent(token -> result.put("token", token));
        outcome.reason().ifPresent(reason -> result.put("reason", reason));
        outcome.detail().ifPresent(detail -> result.put("detail", detail));
        return result;
    }
}
