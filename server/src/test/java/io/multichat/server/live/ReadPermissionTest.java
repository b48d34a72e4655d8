package io.multichat.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadPermissionTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
    private final AtomicBoolean isGranted = new AtomicBoolean(true);
    private final AtomicInteger looks = new AtomicInteger();
    private final ReadPermission permission = new ReadPermission(
            () -> {
                looks.incrementAndGet();
                return isGranted.get();
            },
            now::get);

    @Test
    void aWithdrawalIsNoticedWithinASecond() {
        isGranted.set(false);
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));

        assertThat(permission.holds()).isFalse();
    }

    @Test
    void whatWasWithdrawnDoesNotComeBack() {
        isGranted.set(false);
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        permission.holds();
        isGranted.set(true);
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));

        assertThat(permission.holds()).isFalse();
    }

    @Test
    void manyEventsInASecondLookOnce() {
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        for (int event = 0; event < 100; event++) {
            assertThat(permission.holds()).isTrue();
        }

        assertThat(looks).hasValue(1);
    }
}
