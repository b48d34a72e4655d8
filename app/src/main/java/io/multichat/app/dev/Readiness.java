package io.multichat.app.dev;

import io.multichat.app.embedded.ConnectorHealth;
import io.multichat.app.embedded.DevRedis;
import io.multichat.app.embedded.EmbeddedConnect;
import io.multichat.app.streams.StreamsRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What keeps the process from its work, in words. Each part that must run is one check. Thread-safe. */
final class Readiness implements Supplier<List<String>> {
    private final List<Supplier<List<String>>> checks = new CopyOnWriteArrayList<>();
    private volatile boolean complete;

    /** To be called when all parts are watched: before that nothing is ready. */
    void complete() {
        complete = true;
    }

    void watch(StreamsRunner streams) {
        checks.add(() -> streams.isRunning() ? List.of() : List.of("topology: " + streams.state()));
    }

    void watch(DevRedis redis) {
        checks.add(() -> redis.isAlive() ? List.of() : List.of("redis: has ended; see redis.log, and start again"));
    }

    void watch(EmbeddedConnect connect) {
        checks.add(() -> connect.health().stream()
                .filter(health -> !health.isRunning())
                .map(Readiness::describe)
                .toList());
    }

    @Override
    public List<String> get() {
        List<String> obstacles = new ArrayList<>();
        if (!complete) {
            obstacles.add("starting");
        }
        checks.forEach(check -> obstacles.addAll(check.get()));
        return obstacles;
    }

    private static String describe(ConnectorHealth health) {
        Optional<String> cause =
                health.failure().map(trace -> ": " + trace.lines().findFirst().orElse(""));
        return "connector " + health.name()
                + cause.map(text -> " failed" + text).orElse(" is starting");
    }
}
