package io.multichat.sinks.archive.testing;

import io.multichat.sinks.core.conformance.worker.Killed;
import java.io.IOException;

/** Injects events at chosen file operations of the archive. */
public final class Faults {
    private enum Plan {
        NONE,
        FAIL_ONCE,
        FULL,
        KILL,
        MEANWHILE
    }

    private Plan plan = Plan.NONE;
    private int stepsBefore;
    private int steps;
    private Runnable meanwhile;

    /** The number of completed file operations. */
    public int steps() {
        return steps;
    }

    public void failOnceAfter(int more) {
        plan = Plan.FAIL_ONCE;
        stepsBefore = more;
    }

    /** Makes the disk full from now on. */
    public void fill() {
        plan = Plan.FULL;
    }

    public void heal() {
        plan = Plan.NONE;
    }

    public void killAfter(int more) {
        plan = Plan.KILL;
        stepsBefore = more;
    }

    /** Runs something else between two file operations. */
    public void meanwhile(int more, Runnable happening) {
        plan = Plan.MEANWHILE;
        stepsBefore = more;
        meanwhile = happening;
    }

    /** True when the process will die halfway through the next file operation. */
    boolean tearsNext() {
        return plan == Plan.KILL && stepsBefore == 0;
    }

    void step() throws IOException {
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
    void stepThatFrees() throws IOException {
        if (plan != Plan.FULL) {
            step();
        }
    }
}
