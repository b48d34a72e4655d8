package io.multichat.app.demo;

import io.multichat.events.ChatEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Decides in which room something happens next. For one thread. */
final class DemoScript {
    /** How long ago the finished sessions took place. */
    private static final List<Duration> PAST = List.of(Duration.ofHours(26), Duration.ofHours(5), Duration.ofHours(2));

    private static final int PAST_EVENTS = 12;
    private static final int PAST_STEP_SECONDS = 40;

    private final Random random;
    private final List<Talk> talks;

    DemoScript(Random random) {
        this.random = random;
        this.talks = DemoRooms.open(random);
    }

    /** The events of earlier, finished sessions, oldest first in each conversation. */
    List<ChatEvent> past(Instant now) {
        List<ChatEvent> events = new ArrayList<>();
        for (Duration ago : PAST) {
            for (Talk talk : talks) {
                Instant at = now.minus(ago).minusSeconds(random.nextInt(600));
                for (int i = 0; i < PAST_EVENTS; i++) {
                    at = at.plusSeconds(1 + random.nextInt(PAST_STEP_SECONDS));
                    events.add(talk.next(at));
                }
            }
        }
        return events;
    }

    /** The next event, in a random room. */
    ChatEvent next(Instant now) {
        // Squaring favours the first rooms, so that some are busy and others nearly silent.
        double place = random.nextDouble();
        return talks.get((int) (place * place * talks.size())).next(now);
    }
}
