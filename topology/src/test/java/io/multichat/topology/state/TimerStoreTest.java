package io.multichat.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.Conversation;
import io.multichat.events.hash.ConversationHash;
import io.multichat.topology.state.TimerStore.Kind;
import io.multichat.topology.state.TimerStore.Timer;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateKind;
import io.multichat.topology.testing.MemoryStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Timers fire once, when they are due, the earliest first. */
class TimerStoreTest {
    private static final ConversationKey HERE =
            ConversationKey.of(Conversation.ofKey("irc/%23java"), new ConversationHash(5, 7));

    private final Keyspace records = MemoryStore.keyspace(StateKind.TIMER);
    private final TimerStore timers = new TimerStore(records);

    @Property(tries = 300)
    void eachTimerFiresOnceAndOnTime(
            @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 50) Long> dueAts,
            @ForAll @IntRange(min = 1, max = 9) int limit) {
        List<Long> taken = new ArrayList<>();
        for (int now = 0; now < dueAts.size() + 60; now++) {
            if (now < dueAts.size()) {
                timers.set(announce(dueAts.get(now), now));
            }
            for (Timer timer : timers.takeDue(Kind.ANNOUNCE_PAST, now, limit)) {
                assertThat(timer.dueAt()).isLessThanOrEqualTo(now);
                taken.add(timer.t0());
            }
        }

        assertThat(taken).doesNotHaveDuplicates().hasSameSizeAs(dueAts);
    }

    @Example
    void theEarliestTimersFireFirst() {
        timers.set(announce(300, 1));
        timers.set(announce(2, 2));
        timers.set(announce(70_000, 3));

        List<Timer> due = timers.takeDue(Kind.ANNOUNCE_PAST, 70_000, 9);

        assertThat(due)
                .isSortedAccordingTo(Comparator.comparingLong(Timer::dueAt))
                .hasSize(3);
    }

    @Example
    void timersBeyondTheLimitWaitEvenIfDueAtTheSameInstant() {
        for (int i = 0; i < 5; i++) {
            timers.set(announce(7, i));
        }

        assertThat(timers.takeDue(Kind.ANNOUNCE_PAST, 7, 3)).hasSize(3);
        assertThat(timers.takeDue(Kind.ANNOUNCE_PAST, 7, 3)).hasSize(2);
        assertThat(timers.takeDue(Kind.ANNOUNCE_PAST, 7, 3)).isEmpty();
    }

    @Example
    void kindsDoNotMix() {
        Timer close = new Timer(Kind.CLOSE, 5, 1, HERE);
        timers.set(close);
        timers.set(announce(5, 1));

        assertThat(timers.takeDue(Kind.ANNOUNCE_PAST, Long.MAX_VALUE - 1, 9)).containsExactly(announce(5, 1));
        assertThat(timers.takeDue(Kind.CLOSE, 5, 9)).containsExactly(close);
    }

    @Example
    void aTimerSetForAnInstantThatWasAlreadyServedFires() {
        timers.takeDue(Kind.ANNOUNCE_PAST, 1_000_000, 9);

        timers.set(announce(5, 1));

        assertThat(timers.takeDue(Kind.ANNOUNCE_PAST, 1_000_000, 9)).containsExactly(announce(5, 1));
    }

    @Example
    void aPartitionWithoutTimersIsSearchedOnce() {
        assertThat(timers.takeDue(Kind.ANNOUNCE_PAST, 10, 9)).isEmpty();

        new TimerStore(records).set(announce(20, 1)); // a search would find it

        assertThat(timers.takeDue(Kind.ANNOUNCE_PAST, 30, 9)).isEmpty();
    }

    @Example
    void aStoreThatWasRestoredHasItsTimers() {
        timers.set(announce(5, 1));

        TimerStore restored = new TimerStore(records);

        assertThat(restored.earliest(Kind.ANNOUNCE_PAST)).hasValue(5);
        assertThat(restored.earliest(Kind.CLOSE)).isEmpty();
        assertThat(restored.takeDue(Kind.ANNOUNCE_PAST, 5, 9)).containsExactly(announce(5, 1));
    }

    @Property(tries = 200)
    void aTimerIsReadAsItWasSet(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) long dueAt, @ForAll @LongRange(min = 0) long t0) {
        Timer timer = new Timer(Kind.CLOSE, dueAt, t0, HERE);
        timers.set(timer);

        assertThat(timers.takeDue(Kind.CLOSE, dueAt, 9)).containsExactly(timer);
    }

    private static Timer announce(long dueAt, long t0) {
        return new Timer(Kind.ANNOUNCE_PAST, dueAt, t0, HERE);
    }
}
