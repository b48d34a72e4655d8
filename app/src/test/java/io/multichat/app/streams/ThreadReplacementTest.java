package io.multichat.app.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
    private final ThreadReplacement replacement = new ThreadReplacement(now::get);

    @Test
    void onlyAThreadWhoseTransactionWasAbortedIsReplaced() {
        assertThat(replacement.accept(new InvalidTxnStateException("aborted"))).isTrue();
        assertThat(replacement.accept(
                        new KafkaException("Unhandled error in EndTxnResponse: the server experienced …")))
                .isTrue();
        assertThat(replacement.accept(new KafkaException("Unhandled error in InitProducerIdResponse")))
                .isFalse();
        assertThat(replacement.accept(new RecordTooLargeException("too large"))).isFalse();
    }

    @Test
    void aThreadThatFailsAgainAndAgainIsNotReplaced() {
        InvalidTxnStateException aborted = new InvalidTxnStateException("aborted");
        for (int i = 0; i < ThreadReplacement.MOST; i++) {
            assertThat(replacement.accept(aborted)).isTrue();
        }
        assertThat(replacement.accept(aborted)).isFalse();

        now.addAndGet(ThreadReplacement.WITHIN.toNanos() + 1);

        assertThat(replacement.accept(aborted)).isTrue();
    }
}
