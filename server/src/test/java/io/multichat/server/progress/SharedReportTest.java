package io.multichat.server.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.multichat.reading.StoreException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedReportTest {
    private final AtomicInteger reports = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);
    private final SharedReport shared = new SharedReport(this::report);

    @Test
    void requestsThatWaitTogetherShareOneReportThatWasBegunAfterTheyAsked() {
        CompletableFuture<ProgressReport> early = new CompletableFuture<>();
        new Thread(() -> early.complete(shared.get())).start();
        await().until(() -> reports.get() == 1);
        Queue<ProgressReport> received = new ConcurrentLinkedQueue<>();
        List<Thread> late = Stream.generate(() -> new Thread(() -> received.add(shared.get())))
                .limit(8)
                .toList();
        late.forEach(Thread::start);
        await().until(() -> late.stream().allMatch(thread -> thread.getState() == Thread.State.BLOCKED));
        first.countDown();

        assertThat(early.join().now()).isEqualTo(1);
        await().until(() -> received.size() == 8);
        assertThat(received).allSatisfy(report -> assertThat(report.now()).isEqualTo(2));
    }

    @Test
    void aLaterRequestGetsANewReport() {
        first.countDown();

        assertThat(shared.get().now()).isEqualTo(1);
        assertThat(shared.get().now()).isEqualTo(2);
    }

    @Test
    void requestsThatWaitTogetherShareAFailure() {
        AtomicInteger asked = new AtomicInteger();
        SharedReport failing = new SharedReport(() -> {
            asked.incrementAndGet();
            report();
            throw new StoreException(StoreException.Verdict.RETRY, "unreachable", null);
        });
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        Runnable request = () -> {
            try {
                failing.get();
            } catch (StoreException e) {
                failures.add(e.getMessage());
            }
        };
        new Thread(request).start();
        await().until(() -> asked.get() == 1);
        List<Thread> late = Stream.generate(() -> new Thread(request)).limit(8).toList();
        late.forEach(Thread::start);
        await().until(() -> late.stream().allMatch(thread -> thread.getState() == Thread.State.BLOCKED));
        first.countDown();

        await().until(() -> failures.size() == 9);
        assertThat(failures).containsOnly("unreachable");
        assertThat(asked).hasValue(2);
    }

    private ProgressReport report() {
        int number = reports.incrementAndGet();
        try {
            first.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new ProgressReport(number, OptionalLong.empty(), Map.of());
    }
}
