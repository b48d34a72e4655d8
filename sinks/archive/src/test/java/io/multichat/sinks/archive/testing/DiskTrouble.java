package io.multichat.sinks.archive.testing;

import io.multichat.sinks.core.conformance.Circumstances;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Disturbs the disk of an archive: it is full, a step fails, or the process dies between two steps. */
final class DiskTrouble implements Circumstances {
    final AtomicLong clockMs = new AtomicLong(1);
    private final List<Faults> tasks = new ArrayList<>();
    private boolean full;

    /** The faults of another task. */
    Faults ofNewTask() {
        Faults faults = new Faults();
        if (full) {
            faults.fill();
        }
        tasks.add(faults);
        return faults;
    }

    @Override
    public void passTime(long ms) {
        clockMs.addAndGet(ms);
    }

    @Override
    public void disturb(int after) {
        full = after % 4 == 0;
        for (Faults faults : tasks) {
            if (full) {
                faults.fill();
            } else if (after % 4 == 1) {
                faults.killAfter(after);
            } else {
                faults.failOnceAfter(after);
            }
        }
    }

    @Override
    public void heal() {
        full = false;
        tasks.forEach(Faults::heal);
    }

    @Override
    public void lose(int size) {
        throw new UnsupportedOperationException(
                "other stores are rebuilt from the archive, so it must not lose anything");
    }
}
