package io.multichat.server.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.reading.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls to a store that hangs, until all threads for it are taken. */
class StoreCallsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch hanging = new CountDownLatch(StoreCalls.MAX_THREADS);
    private final CountDownLatch released = new CountDownLatch(1);
    private final StoreCalls calls = new StoreCalls("redis", PATIENCE, new CallCounts());

    @AfterEach
    void endCallers() {
        released.countDown();
        callers.shutdownNow();
    }

    @Test
    void callsBeyondTheBoundAreRefusedAtOnceAndNamed() throws Exception {
        List<Future<Boolean>> answers = Stream.generate(() -> callers.submit(() -> calls.call(hang())))
                .limit(StoreCalls.MAX_THREADS)
                .toList();
        assertThat(hanging.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        CompletableFuture<?> check = calls.check(() -> true);
        assertThatThrownBy(() -> calls.call(() -> true))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.verdict()).isEqualTo(StoreException.Verdict.RETRY))
                .hasMessage("redis has left 128 calls unanswered and is skipped");
        assertThat(check).isCompleted();

        released.countDown();
        assertThat(answers.stream().map(StoreCallsTest::result)).containsOnly(true);
    }

    private Supplier<Boolean> hang() {
        return () -> {
            hanging.countDown();
            try {
                released.await();
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    private static boolean result(Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
