package io.multichat.app.demo;

import io.multichat.events.ChatEvent;
import java.time.Instant;

/** An ongoing conversation. For one thread. */
interface Talk {
    /** The next event of the conversation. */
    ChatEvent next(Instant at);
}
