package io.multichat.app.connect.outage;

/** A fault that prevents all writes to a store. */
interface Outage {
    /** Starts the outage. Returns when nobody can write to the store. */
    void begin() throws Exception;

    /** Ends the outage. Returns when the store can be written again. */
    void end() throws Exception;
}
