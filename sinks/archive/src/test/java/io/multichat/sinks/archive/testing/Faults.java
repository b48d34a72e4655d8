package io.multichat.sinks.archive.testing;

import io.multichat.sinks.core.conformance.worker.Killed;
import java.io.IOException;

/** Decides at which step of the archive's work with files something happens. */
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

    /** How many steps were done so far. */
    public int steps() {
        return steps;
    }

    public void failOnceAfter(int more) {
        plan = Plan.FAIL_ONCE;
        stepsBefore = more;
    }

    /** From now on the disk is full. */
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

    /** Between two steps something else happens. */
    public void meanwhile(int more, Runnable happening) {
        plan = Plan.MEANWHILE;
        stepsBefore = more;
        meanwhile = happening;
    }

    /** True when the next step is the last one and is done by half. */
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

    /** A step that a full disk does not prevent. */
    void stepThatFrees() throws IOException {
        if (plan != Plan.FULL) {
            step();
        }
    }
}
