package io.multichat.app.demo;

import io.multichat.events.ChatEvent;
import java.time.Instant;

/** One conversation that goes on. Used by one thread. */
interface Talk {
    /** The next thing that happens in it. */
    ChatEvent next(Instant at);
}
