package io.multichat.formats;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Turns times without a zone into instants, by the zone that the user gave or, announced, by UTC. */
public final class WallClock {
    private final FoundEvents events;
    private final ZoneId zone;
    private final boolean given;

    public WallClock(FoundEvents events) {
        this.events = events;
        this.given = events.options().timezone().isPresent();
        this.zone = events.options().timezone().orElse(ZoneOffset.UTC);
    }

    /** The time in UTC milliseconds. */
    public long millis(LocalDateTime time) {
        if (!given) {
            events.assumed("Times without a zone are read as UTC; --timezone says otherwise.");
        }
        return time.atZone(zone).toInstant().toEpochMilli();
    }
}
