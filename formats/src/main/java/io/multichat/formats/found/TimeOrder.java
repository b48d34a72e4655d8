package io.multichat.formats.found;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Passes messages on so that those of equal time are in the order in which they were sent, even if a file begins with the newest:
 * messages of equal time wait until the next time shows in which direction the file runs. Used by one thread.
 */
public final class TimeOrder {
    /** More messages of equal time are passed on in parts, so that memory is bounded. */
    private static final int MAX_WAITING = 1_000;

    private final List<Runnable> waiting = new ArrayList<>();
    private long time;
    private boolean newestFirst;

    /**
     * Adds the next message of the file.
     *
     * @param at its time, in any unit
     * @param pass passes it on
     */
    public void add(long at, Runnable pass) {
        if (!waiting.isEmpty() && at != time) {
            newestFirst = at < time;
            end();
        } else if (waiting.size() == MAX_WAITING) {
            end();
        }
        time = at;
        waiting.add(pass);
    }

    /** Passes on what waits; called once more at the end of the file. */
    public void end() {
        if (newestFirst) {
            Collections.reverse(waiting);
        }
        waiting.forEach(Runnable::run);
        waiting.clear();
    }
}
