package io.multichat.app.doctor;

import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding.Severity;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks while a process starts, which log what is dangerous. They never keep the process from starting. */
public final class StartChecks {
    private static final Logger LOG = LoggerFactory.getLogger(StartChecks.class);

    private StartChecks() {}

    /** Runs the checks and logs each dangerous finding with its fix. What cannot be examined now, others report when they need it. */
    public static void log(List<Check> checks) {
        for (Check check : checks) {
            try {
                check.findings().stream()
                        .filter(found -> found.severity() == Severity.DANGER)
                        .forEach(found -> LOG.warn("{}: {}; fix: {}", check.name(), found.problem(), found.fix()));
            } catch (RuntimeException e) {
                LOG.debug("{} was not examined", check.name(), e);
            }
        }
    }

    /** Does the same in a thread of its own, for checks that may wait for another machine. */
    public static void logInBackground(List<Check> checks) {
        Thread thread = new Thread(() -> log(checks), "start-checks");
        thread.setDaemon(true);
        thread.start();
    }
}
