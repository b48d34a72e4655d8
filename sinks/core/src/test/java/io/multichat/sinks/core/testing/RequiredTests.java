package io.multichat.sinks.core.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches for tests that need something that not every machine has. If it is missing, a test is skipped with a warning; if
 * the environment variable with the name of the constant is {@code true}, it fails instead.
 */
public enum RequiredTests {
    /** Chromium must be installed. */
    TESTS_REQUIRE_CHROMIUM,
    /** A Docker engine must answer. */
    TESTS_REQUIRE_DOCKER,
    /** This process must be able to mount file systems. */
    TESTS_REQUIRE_DISKS;

    private static final Logger LOG = LoggerFactory.getLogger(RequiredTests.class);

    /**
     * Skips the calling test when what it needs is missing, or fails it when the switch is {@code true}.
     *
     * @param available whether the test can run
     * @param missing what is missing, and what to do about it
     */
    public void require(boolean available, String missing) {
        if (!available && Boolean.parseBoolean(System.getenv(name()))) {
            throw new AssertionError(missing + "; " + name() + "=true allows no test to be skipped");
        }
        if (!available) {
            LOG.warn("skipped: {}", missing);
        }
        assumeTrue(available, missing);
    }
}
