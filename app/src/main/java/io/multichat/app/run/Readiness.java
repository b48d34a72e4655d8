package io.multichat.app.run;

import io.multichat.app.embedded.connect.ConnectorHealth;
import io.multichat.app.embedded.connect.EmbeddedConnect;
import io.multichat.app.embedded.redis.DevRedis;
import io.multichat.app.streams.StreamsRunner;
import io.multichat.app.watch.TopicWatch;
import io.multichat.server.http.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Collects what keeps the process from working, with one check for each part that must run. Thread-safe. */
final class Readiness implements Health {
    private final List<Supplier<List<Obstacle>>> checks = new CopyOnWriteArrayList<>();
    private volatile Supplier<List<String>> incomplete = List::of;
    private volatile boolean complete;

    /** Call this when all parts are watched. Until then the process is not ready. */
    void complete() {
        complete = true;
    }

    void watch(StreamsRunner streams) {
        checks.add(
                () -> streams.isRunning() ? List.of() : List.of(new Obstacle("topology: " + streams.state(), false)));
    }

    void watch(DevRedis redis) {
        checks.add(() -> redis.isAlive()
                ? List.of()
                : List.of(new Obstacle("Redis has stopped; see redis.log in the data directory", true)));
    }

    void watch(EmbeddedConnect connect) {
        checks.add(() -> connect.health().stream()
                .filter(health -> !health.isRunning())
                .map(Readiness::obstacle)
                .toList());
    }

    void watch(TopicWatch topics) {
        checks.add(() -> topics.problems().stream()
                .map(problem -> new Obstacle(problem, false))
                .toList());
        incomplete = topics::incomplete;
    }

    List<Obstacle> obstacles() {
        List<Obstacle> obstacles = new ArrayList<>();
        if (!complete) {
            obstacles.add(new Obstacle("starting", false));
        }
        checks.forEach(check -> obstacles.addAll(check.get()));
        return obstacles;
    }

    @Override
    public List<String> get() {
        return obstacles().stream().map(Obstacle::text).toList();
    }

    @Override
    public List<String> incomplete() {
        return incomplete.get();
    }

    private static Obstacle obstacle(ConnectorHealth health) {
        Optional<String> cause = health.failure().flatMap(trace -> trace.lines().findFirst());
        return new Obstacle(
                "connector " + health.name()
                        + cause.map(text -> " failed: " + text).orElse(" is starting"),
                cause.isPresent());
    }
}
