package io.multichat.jobs.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.multichat.reading.diagnosis.Finding;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the REST interface's answer, as Connect 4.3 gives it. */
class ConnectCheckTest {
    private static final String STATUS = """
            {"multichat-redis": {"status": {"name": "multichat-redis",
                "connector": {"state": "RUNNING", "worker_id": "w:8083"},
                "tasks": [{"id": 0, "state": "FAILED", "worker_id": "w:8083",
                           "trace": "org.apache.kafka.connect.errors.ConnectException: no Redis\\n\\tat X"}],
                "type": "sink"}},
             "multichat-sqlite": {"status": {"name": "multichat-sqlite",
                "connector": {"state": "PAUSED", "worker_id": "w:8083"}, "tasks": [], "type": "sink"}}}
            """;

    @Test
    void failedPausedAndMissingPartsAreFound() {
        Javalin worker = Javalin.create(config -> config.routes.get(
                "/connectors",
                context -> context.contentType("application/json").result(STATUS)));
        try {
            worker.start("127.0.0.1", 0);
            List<Finding> findings = new ConnectCheck(URI.create("http://127.0.0.1:" + worker.port())).findings();

            assertThat(findings)
                    .extracting(Finding::problem)
                    .anySatisfy(problem -> assertThat(problem)
                            .isEqualTo("task 0 of the connector multichat-redis is FAILED:"
                                    + " org.apache.kafka.connect.errors.ConnectException: no Redis"))
                    .anySatisfy(problem -> assertThat(problem).isEqualTo("the connector multichat-sqlite is PAUSED"))
                    .anySatisfy(problem -> assertThat(problem).contains("multichat-sqlite has no task"))
                    .anySatisfy(problem -> assertThat(problem).contains("has no connector multichat-archive"))
                    .hasSize(4);
            assertThat(findings)
                    .extracting(Finding::fix)
                    .anySatisfy(fix -> assertThat(fix).contains("/connectors/multichat-sqlite/resume"));
        } finally {
            worker.stop();
        }
    }
}
