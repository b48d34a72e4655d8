package io.multichat.sinks.archive.testing;

import io.multichat.sinks.core.conformance.worker.Killed;
import java.io.IOException;

/** Injects events at chosen file operations of the archive, which may be those of another thread. */
public final class Faults {
    private enum Plan {
        NONE,
        FAIL_ONCE,
        FULL,
        KILL,
        MEANWHILE
    }

    /** A file operation. */
    @FunctionalInterface
    interface Operation {
        void run() throws IOException;
    }

    private Plan plan = Plan.NONE;
    private int stepsBefore;
    private int steps;
    private Runnable meanwhile;

    /** The number of completed file operations. */
    public synchronized int steps() {
        return steps;
    }

    public synchronized void failOnceAfter(int more) {
        plan = Plan.FAIL_ONCE;
        stepsBefore = more;
    }

    /** Makes the disk full from now on. */
    public synchronized void fill() {
        plan = Plan.FULL;
    }

    public synchronized void heal() {
        plan = Plan.NONE;
    }

    public synchronized void killAfter(int more) {
        plan = Plan.KILL;
        stepsBefore = more;
    }

    /** Runs something else between two file operations. */
    public synchronized void meanwhile(int more, Runnable happening) {
        plan = Plan.MEANWHILE;
        stepsBefore = more;
        meanwhile = happening;
    }

    /**
     * Like {@link #step()}, for an operation that a dying process may have begun.
     *
     * @param half does a part of the operation
     */
    synchronized void step(Operation half) throws IOException {
        if (plan == Plan.KILL && stepsBefore == 0) {
            half.run();
        }
        step();
    }

    synchronized void step() throws IOException {
        if (plan == Plan.FULL) {
            throw new IOException("No space left on device");
        }
        if (plan != Plan.NONE && stepsBefore-- <= 0) {
            if (plan == Plan.KILL) {
                throw new Killed();
            }
            boolean fails = plan == Plan.FAIL_ONCE;
            plan = Plan.NONE;
            if (fails) {
                throw new IOException("Input/output error");
            }
            meanwhile.run();
        }
        steps++;
    }

    /** Counts a file operation that succeeds on a full disk. */
    synchronized void stepThatFrees() throws IOException {
        if (plan != Plan.FULL) {
            step();
        }
    }
}
