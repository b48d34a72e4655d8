package io.multichat.topology.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class StandbyStalenessTest {
    private final AtomicLong now = new AtomicLong(1_000);
    private final AtomicLong copyAt = new AtomicLong();
    private final AtomicLong end = new AtomicLong();
    private final StandbyStaleness staleness = new StandbyStaleness(this::copies, now::get);

    @Test
    void aCopyThatHasReadTheWholeChangelogIsNotOld() {
        place(10, 10);

        assertThat(staleness.ofCopy(0)).hasValue(0);
    }

    @Test
    void aCopyIsAsOldAsTheMomentWhenTheChangelogEndedThere() {
        place(10, 10);
        staleness.note();
        now.addAndGet(400);
        place(12, 20);
        staleness.note();
        now.addAndGet(300);

        assertThat(staleness.ofCopy(0)).hasValue(700);
    }

    @Test
    void theAgeOfACopyThatWasNeverSeenAtTheEndIsUnknown() {
        place(10, 20);

        assertThat(staleness.ofCopy(0)).isEmpty();
    }

    @Test
    void thereIsNoAgeOfACopyThatIsNotHere() {
        place(10, 10);

        assertThat(staleness.ofCopy(1)).isEmpty();
    }

    @Test
    void theAgeIsUnknownWhileKafkaDoesNotAnswer() {
        StandbyStaleness unanswered = new StandbyStaleness(
                () -> {
                    throw new StreamsException("timed out");
                },
                now::get);

        assertThat(unanswered.ofCopy(0)).isEmpty();
    }

    private void place(long copy, long changelogEnd) {
        copyAt.set(copy);
        end.set(changelogEnd);
    }

    private Map<Integer, StandbyStaleness.Copy> copies() {
        return Map.of(0, new StandbyStaleness.Copy(copyAt.get(), end.get()));
    }
}
