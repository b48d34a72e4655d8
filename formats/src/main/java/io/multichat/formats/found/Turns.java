package io.multichat.formats.found;

import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import java.util.Optional;

/** The turns of one conversation without times, in their order. Used by one thread. */
public final class Turns {
    private final FoundEvents events;
    private final TurnTimes times;
    private final Conversation conversation;
    private long next;

    public Turns(FoundEvents events, TurnTimes times, Conversation conversation) {
        this.events = events;
        this.times = times;
        this.conversation = conversation;
    }

    /**
     * Reads the next turn. If it is refused, the following ones still keep their times.
     *
     * @param step passes the turn on with {@link #pass}
     */
    public void read(EventPlace place, Runnable step) {
        events.at(place, step::run);
        next++;
    }

    /** Passes on the turn that is being read. */
    public void pass(EventPlace place, Optional<String> id, Sender sender, Content content) {
        events.message(place, new FoundMessage(conversation, id, sender, times.at(next), content));
    }
}
