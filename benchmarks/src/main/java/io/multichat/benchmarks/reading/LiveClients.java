package io.multichat.benchmarks.reading;

import io.multichat.benchmarks.child.BenchmarkException;
import io.multichat.benchmarks.cluster.Waiting;
import io.multichat.events.Conversation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Clients of the live feed: many conversations with the same number of listeners each, while messages are published at a steady rate.
 *
 * <p>Every listener must receive every message of its conversation once.
 */
final class LiveClients {
    private static final String PREFIX = "live-";
    private static final String FIELD = "\"messageId\":\"" + PREFIX;
    private static final int LISTENERS_EACH = 10;
    private static final int DIGITS = 3;

    private final HttpClient http;
    private final URI server;
    private final Conversation[] conversations;
    private final AtomicLongArray publishedAt;
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicLong received = new AtomicLong();
    private final Histogram delays = new ConcurrentHistogram(DIGITS);

    /**
     * @param clients number of listeners, a multiple of ten
     * @param messages number of messages that will be published
     */
    LiveClients(HttpClient http, URI server, int clients, int messages) {
        this.http = http;
        this.server = server;
        this.conversations = new Conversation[clients / LISTENERS_EACH];
        this.publishedAt = new AtomicLongArray(messages);
        for (int i = 0; i < conversations.length; i++) {
            conversations[i] = Conversation.of("irc", "live-" + i);
        }
    }

    /** Connects all listeners, publishes, and waits until every listener has everything. */
    Latency run(Planted publisher, int perSecond) {
        for (int i = 0; i < conversations.length * LISTENERS_EACH; i++) {
            listen(conversations[i % conversations.length]);
        }
        int clients = conversations.length * LISTENERS_EACH;
        Waiting.until("all live clients are connected", () -> connected.get() == clients);
        long began = System.nanoTime();
        for (int i = 0; i < publishedAt.length(); i++) {
            waitUntil(began + i * Duration.ofSeconds(1).toNanos() / perSecond);
            publishedAt.set(i, System.nanoTime());
            publisher.now(conversations[i % conversations.length], PREFIX + i);
        }
        long expected = (long) publishedAt.length() * LISTENERS_EACH;
        Waiting.until("all live clients have all messages", () -> received.get() >= expected);
        if (received.get() > expected) {
            throw new BenchmarkException(received + " live events were received instead of " + expected);
        }
        return Latency.of(delays, (System.nanoTime() - began) / 1e9);
    }

    private void listen(Conversation conversation) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/v1/live?platform=" + conversation.platform()
                        + "&channel=" + ApiClient.encoded(conversation.channel())))
                .build();
        http.sendAsync(request, answer -> {
            connected.incrementAndGet();
            return HttpResponse.BodySubscribers.fromLineSubscriber(new Listener());
        });
    }

    private void line(String line) {
        int at = line.indexOf(FIELD);
        if (at >= 0) {
            int from = at + FIELD.length();
            int number = Integer.parseInt(line, from, line.indexOf('"', from), 10);
            delays.recordValue(System.nanoTime() - publishedAt.get(number));
            received.incrementAndGet();
        }
    }

    private static void waitUntil(long turn) {
        for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Reads the lines of one stream. */
    private final class Listener implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            line(line);
        }

        @Override
        public void onError(Throwable failure) {
            // A listener that misses a message is noticed by the count.
        }

        @Override
        public void onComplete() {
            // As above.
        }
    }
}
