package io.multichat.app.doctor;

import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding.Severity;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks while a process starts, which log what is dangerous. They never keep the process from starting. */
public final class StartChecks {
    private static final Logger LOG = LoggerFactory.getLogger(StartChecks.class);
    private static final long PATIENCE_MS = 2_000;

    private StartChecks() {}

    /**
     * Runs the checks and logs each dangerous finding with its fix. Waits for them for at most two seconds: a cluster that is only just
     * starting must not delay the process. What cannot be examined now, others report when they need it.
     */
    public static void log(List<Check> checks) {
        try {
            start(checks).join(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does the same without waiting, for checks whose findings stay. */
    public static void logInBackground(List<Check> checks) {
        start(checks);
    }

    private static Thread start(List<Check> checks) {
        Thread thread = new Thread(() -> checks.forEach(StartChecks::run), "start-checks");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void run(Check check) {
        try {
            check.findings().stream()
                    .filter(found -> found.severity() == Severity.DANGER)
                    .forEach(found -> LOG.warn("{}: {}; fix: {}", check.name(), found.problem(), found.fix()));
        } catch (RuntimeException e) {
            LOG.debug("{} was not examined", check.name(), e);
        }
    }
}
