package io.multichat.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * The HTTP requests. Thread-safe.
 *
 * @param registry receives the metrics
 */
public record RequestMeters(MeterRegistry registry) {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    /**
     * Counts a request.
     *
     * @param method one of a few methods
     * @param route the path of its route with placeholders
     * @param status the status of its answer
     */
    public void count(String method, String route, int status) {
        Counter.builder("multichat.http.requests")
                .description("HTTP requests")
                .tag("method", method)
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry)
                .increment();
    }

    /**
     * Notes the cost of a request.
     *
     * @param nanos the time until the last byte of the answer, in nanoseconds
     * @param bytes the size of the body that was sent
     */
    public void cost(String route, Duration nanos, long bytes) {
        Timer.builder("multichat.http.request.duration")
                .description("Time from the first byte of a request to the last one of its answer")
                .tag("route", route)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(nanos);
        DistributionSummary.builder("multichat.http.response.size")
                .description("Size of the bodies that were sent")
                .baseUnit("bytes")
                .tag("route", route)
                .register(registry)
                .record(bytes);
    }
}
