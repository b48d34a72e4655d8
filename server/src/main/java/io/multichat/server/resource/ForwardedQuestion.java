package io.multichat.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.server.reply.JsonReply;
import io.multichat.server.reply.Problems;
import io.multichat.server.state.InstanceCalls;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** A question that another instance has forwarded. It is answered from the state of this instance, or not at all. */
final class ForwardedQuestion {
    private ForwardedQuestion() {}

    /** True if another instance asks, or a client that says so; nothing is forwarded for it. */
    static boolean is(Context context) {
        return context.header(InstanceCalls.FORWARDED) != null;
    }

    /** Runs the answer; 503 if this instance does not hold what is asked for. */
    static void answer(Context context, Runnable answer) {
        try {
            answer.run();
        } catch (InvalidStateStoreException e) {
            context.header("Retry-After", "1");
            Problems.send(
                    context,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "this instance cannot answer for another one: " + e.getMessage());
        }
    }

    /** @param stalenessMs the greatest age of the answer; 0 as of the last commit */
    static void send(Context context, byte[] body, long stalenessMs) {
        context.header(InstanceCalls.STALENESS, Long.toString(stalenessMs));
        JsonReply.send(context, body);
    }
}
