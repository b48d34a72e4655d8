package io.multichat.app.testing;

import io.multichat.sinks.core.testing.RequiredTests;
import org.testcontainers.DockerClientFactory;

/** The Docker engine that some tests need. */
public final class DockerEngine {
    private DockerEngine() {}

    /** Skips the calling test if no Docker engine answers, or fails it if one is required. */
    public static void require() {
        RequiredTests.TESTS_REQUIRE_DOCKER.require(
                DockerClientFactory.instance().isDockerAvailable(),
                "no Docker engine answers: start Docker, or set DOCKER_HOST, to run the tests in containers");
    }
}
