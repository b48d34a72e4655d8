package io.multichat.app.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** The Docker engine that some tests need. */
final class DockerEngine {
    /** Set to {@code true} where there must be one, so that no such test is left out unnoticed. */
    private static final String REQUIRED = "TESTS_REQUIRE_DOCKER";

    private static final String SKIPPED =
            "skipped, since no Docker engine answers: start Docker (or set DOCKER_HOST) to run the tests in containers";

    private static final Logger LOG = LoggerFactory.getLogger(DockerEngine.class);

    private DockerEngine() {}

    /** Skips the calling test where no Docker engine answers; fails it there when one is required. */
    static void require() {
        boolean available = DockerClientFactory.instance().isDockerAvailable();
        if (!available && Boolean.parseBoolean(System.getenv(REQUIRED))) {
            throw new AssertionError("no Docker engine answers, and " + REQUIRED
                    + "=true wants the tests in containers: start Docker, or set DOCKER_HOST to where it listens");
        }
        if (!available) {
            LOG.warn(SKIPPED);
        }
        assumeTrue(available, SKIPPED);
    }
}
