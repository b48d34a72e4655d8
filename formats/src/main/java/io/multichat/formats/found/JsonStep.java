package io.multichat.formats.found;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.formats.EventPlace;

/** Turns one value of a JSON file into events. */
@FunctionalInterface
public interface JsonStep {
    /** Passes the events on; it may throw as {@link io.multichat.formats.FoundStep#run()} does. */
    void run(EventPlace place, JsonNode value);
}
