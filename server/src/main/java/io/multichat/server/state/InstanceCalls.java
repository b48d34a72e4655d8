package io.multichat.server.state;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.multichat.events.text.WholeNumbers;
import io.multichat.reading.StoreException;
import io.multichat.server.tiers.CallCounts;
import io.multichat.server.tiers.StoreCalls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Questions to other instances. One that does not answer in time is skipped for a few seconds, so that it costs few requests their
 * time. Thread-safe.
 */
public final class InstanceCalls {
    /** The header of a question that another instance asks; it is answered from local state or not at all. */
    public static final String FORWARDED = "Multichat-Forwarded";

    /** The header of an answer to such a question; its value is the greatest age in milliseconds, 0 as of the last commit. */
    public static final String STALENESS = "Multichat-Staleness-Ms";

    private static final Duration ANSWER = Duration.ofSeconds(1);
    // Longer, so that an instance that is not reached counts as one that does not answer in time, and is skipped.
    private static final Duration HTTP = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<OwnAddress> own;
    private final Optional<String> key;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(HTTP).build();
    private final Map<HostInfo, StoreCalls> calls = new ConcurrentHashMap<>();

    /**
     * An instance's answer.
     *
     * @param body empty if what was asked for does not exist
     * @param stalenessMs the greatest age of the answer, in milliseconds
     * @param refusal why the instance cannot answer now; empty if it did
     */
    record Reply(Optional<byte[]> body, long stalenessMs, Optional<String> refusal) {}

    /**
     * @param own where the others reach this instance; asked for with each question
     * @param key the API key that the other instances demand; empty: none
     */
    public InstanceCalls(Supplier<OwnAddress> own, Optional<String> key) {
        this.own = own;
        this.key = key;
    }

    boolean isOwn(HostInfo instance) {
        return instance.equals(own.get().host());
    }

    /**
     * Asks an instance.
     *
     * @param question path and query
     * @throws StoreException if the instance cannot be reached, does not answer in time or cannot answer
     */
    Reply ask(HostInfo instance, String question) {
        URI url = own.get().of(instance);
        Reply reply = calls.computeIfAbsent(
                        instance, any -> new StoreCalls("the instance " + url, ANSWER, new CallCounts()))
                .call(() -> send(url, question));
        if (reply.refusal().isPresent()) {
            throw failed(
                    StoreException.Verdict.RETRY,
                    url,
                    "cannot answer: " + reply.refusal().get(),
                    null);
        }
        return reply;
    }

    private Reply send(URI instance, String question) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(instance + question)).timeout(HTTP);
        request.header(FORWARDED, own.get().url().toString());
        key.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            return reply(instance, http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            String why = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
            throw failed(StoreException.Verdict.RETRY, instance, "cannot be reached: " + why, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(StoreException.Verdict.RETRY, instance, "was interrupted before it answered", e);
        }
    }

    private static Reply reply(URI instance, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        Optional<String> staleness = response.headers().firstValue(STALENESS);
        if (staleness.isPresent() && (status == OK || status == NOT_FOUND)) {
            return new Reply(
                    Optional.of(response.body()).filter(body -> status == OK),
                    age(instance, staleness.get()),
                    Optional.empty());
        }
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw failed(
                    StoreException.Verdict.STOP,
                    instance,
                    "refuses the API key that this instance sends; set http.api.key to one that all instances accept",
                    null);
        }
        return new Reply(Optional.empty(), 0, Optional.of(detail(response)));
    }

    private static long age(URI instance, String staleness) {
        try {
            return WholeNumbers.parseLong(staleness);
        } catch (NumberFormatException e) {
            throw failed(StoreException.Verdict.STOP, instance, "is not Multichat: " + STALENESS + " is invalid", e);
        }
    }

    private static String detail(HttpResponse<byte[]> response) {
        String status = "status " + response.statusCode();
        try {
            return JSON.readTree(response.body()).path("detail").asText(status);
        } catch (IOException e) {
            return status;
        }
    }

    private static StoreException failed(StoreException.Verdict verdict, URI instance, String what, Exception cause) {
        return new StoreException(verdict, "the instance " + instance + " " + what, cause);
    }
}
