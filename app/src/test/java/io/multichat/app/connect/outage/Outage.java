package io.multichat.app.connect.outage;

/** What keeps a store from being written. */
interface Outage {
    /** Returns when nobody can write to the store. */
    void begin() throws Exception;

    /** Returns when the store can be written to again. */
    void end() throws Exception;
}
