package io.multichat.app.run;

import io.multichat.app.embedded.connect.ConnectorHealth;
import io.multichat.app.embedded.connect.EmbeddedConnect;
import io.multichat.app.embedded.redis.DevRedis;
import io.multichat.app.streams.StreamsRunner;
import io.multichat.server.http.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what keeps the process from doing all its work, with one check for each part that must run. Thread-safe. */
final class Readiness implements Health {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    /** The names of exceptions in a stack trace's first line. */
    private static final Pattern CLASSES = Pattern.compile("(?:[a-z0-9_]+\\.)+[A-Z]\\w*: ");

    private final List<Supplier<List<Obstacle>>> checks = new CopyOnWriteArrayList<>();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private volatile Supplier<List<String>> incomplete = List::of;
    private volatile Supplier<OptionalLong> restore = OptionalLong::empty;
    private volatile boolean complete;
    private volatile boolean started;

    /**
     * Call this when all parts are watched. Until then the process is not ready.
     *
     * @param lacking what the stores lack, although the process works
     */
    void complete(Supplier<List<String>> lacking) {
        incomplete = lacking;
        complete = true;
    }

    void watch(StreamsRunner streams) {
        restore = streams::recordsToRestore;
        checks.add(() -> {
            OptionalLong left = streams.recordsToRestore();
            String state =
                    left.isPresent() ? "restoring its state, " + left.getAsLong() + " records left" : streams.state();
            return streams.isRunning() ? List.of() : List.of(new Obstacle("topology: " + state, true));
        });
    }

    void watch(DevRedis redis) {
        checks.add(() -> redis.isAlive()
                ? List.of()
                : List.of(new Obstacle(
                        "Redis has stopped and is started again; see redis.log in the data directory", true)));
    }

    void watch(EmbeddedConnect connect) {
        checks.add(() -> connect.health().stream()
                .filter(health -> !health.isRunning())
                .map(this::obstacle)
                .toList());
    }

    /** Reports problems that waiting does not solve. They are logged by the part that finds them. */
    void watchLasting(Supplier<List<String>> problems) {
        checks.add(() -> problems.get().stream()
                .map(problem -> new Obstacle(problem, false))
                .toList());
    }

    List<Obstacle> obstacles() {
        List<Obstacle> obstacles = new ArrayList<>();
        if (!complete) {
            obstacles.add(new Obstacle("starting", true));
        }
        checks.forEach(check -> obstacles.addAll(check.get()));
        started = started || obstacles.stream().noneMatch(Obstacle::passing);
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

    @Override
    public Progress progress() {
        return new Progress(started, restore.get());
    }

    /** A failed connector does not come back by itself; the other stores still work. */
    private Obstacle obstacle(ConnectorHealth health) {
        Optional<String> cause = health.failure().flatMap(trace -> trace.lines().findFirst());
        String text = "connector " + health.name()
                + cause.map(failure -> " failed and only its store stands still: "
                                + CLASSES.matcher(failure).replaceAll("")
                                + "; repair it or move it away, then restart")
                        .orElse(" is starting");
        if (cause.isPresent() && failed.add(text)) {
            LOG.error("{}", text);
        }
        return new Obstacle(text, cause.isEmpty());
    }
}
