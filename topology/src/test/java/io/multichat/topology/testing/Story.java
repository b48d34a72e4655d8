package io.multichat.topology.testing;

import io.multichat.events.EventType;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionSnapshot.Span;
import io.multichat.events.SessionStatus.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Messages of one conversation, given by their times in milliseconds since {@link #BASE}. Their ids are {@code m1}, {@code m2} and
 * so on, in the order of publishing.
 */
public final class Story {
    /** The default gap, in milliseconds. */
    public static final long GAP = Duration.ofMinutes(30).toMillis();

    /** Two years before the clock of the fixture begins, UTC milliseconds. */
    public static final long BASE =
            TopologyFixture.START.minus(Duration.ofDays(730)).toEpochMilli();

    private final TopologyFixture topology;
    private final Chat chat;
    private int published;

    public Story(TopologyFixture topology, Chat chat) {
        this.topology = topology;
        this.chat = chat;
    }

    /** Publishes messages with these times in this order. */
    public void says(long... times) {
        LongStream.of(times).forEach(time -> topology.publish(chat.message("m" + ++published, BASE + time)));
    }

    /** Publishes an explicit end. */
    public void ends(long time) {
        topology.publish(chat.event(EventType.SESSION_ENDED, "x", BASE + time, Optional.empty()));
    }

    /** The conversation. */
    public Chat chat() {
        return chat;
    }

    /** The newest snapshots of all sessions except merged ones, sorted by start. */
    public List<SessionSnapshot> sessions() {
        return topology.outputs().newest().stream()
                .filter(each -> each.conversation().equals(chat.conversation()))
                .filter(each -> each.status().state() != State.MERGED)
                .toList();
    }

    /** The intervals of {@link #sessions()}, once everything is announced. */
    public List<Span> spans() {
        topology.advance(Duration.ofSeconds(1));
        return sessions().stream()
                .map(each -> span(each.span().startedAt() - BASE, each.span().lastMessageAt() - BASE))
                .toList();
    }

    /** An interval, both ends included. */
    public static Span span(long startedAt, long lastMessageAt) {
        return new Span(startedAt, lastMessageAt);
    }

    /** The states of {@link #sessions()}. */
    public State[] states() {
        return sessions().stream().map(each -> each.status().state()).toArray(State[]::new);
    }
}
