package io.multichat.server.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.multichat.server.request.Resource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that wait for memory, of which there is enough for one. */
class AnswerOrderTest {
    private static final long BYTES = 1 << 20;
    private static final long PATIENCE_MS = 20_000;

    private final AnswerMemory memory = new AnswerMemory("answers", BYTES, BYTES, PATIENCE_MS, this::disconnect);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final List<String> disconnecting = new CopyOnWriteArrayList<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private Javalin server;

    @BeforeEach
    void startServer() {
        Resource bound = memory.bound((context, none) -> answer(context));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/{name}", context -> {
                        threads.put(context.pathParam("name"), Thread.currentThread());
                        bound.answer(context, null);
                    });
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stopServer() {
        slow.countDown();
        server.stop();
    }

    @Test
    void theyGetItInTheOrderInWhichTheyCameThoughTheyLookForSlowClientsMeanwhile() {
        CompletableFuture<Integer> first = get("slow");
        CompletableFuture<Integer> second = get("second");
        CompletableFuture<Integer> third = get("third");

        assertThat(List.of(first.join(), second.join(), third.join())).containsOnly(200);
        assertThat(disconnecting).containsOnly("second");
        assertThat(answered).containsExactly("second", "third");
    }

    /** Returns once the request waits. */
    private CompletableFuture<Integer> get(String name) {
        CompletableFuture<Integer> status = client.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/" + name))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
        await().until(() -> threads.containsKey(name)
                && (threads.get(name).getState() == Thread.State.WAITING
                        || threads.get(name).getState() == Thread.State.TIMED_WAITING));
        return status;
    }

    private void answer(Context context) {
        String name = context.pathParam("name");
        if (name.equals("slow")) {
            AnswerMemory.shrink(context, BYTES);
            await().until(() -> slow.getCount() == 0);
        } else {
            answered.add(name);
        }
    }

    /** The slow client is disconnected, so that there is memory just when the request that has done so does not wait for it. */
    private void disconnect(Context context) {
        threads.forEach((name, thread) -> {
            if (thread == Thread.currentThread()) {
                disconnecting.add(name);
            }
        });
        slow.countDown();
    }
}
