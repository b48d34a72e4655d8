package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.sink.MeasuredSink;

/** All that can be measured, by the name that the command line has for it. */
public enum Scenarios {
    THROUGHPUT("throughput", new Throughput()),
    WRITES("writes", new Writes()),
    GROWTH_SESSIONS("growth-sessions", new SessionGrowth()),
    GROWTH_CONVERSATIONS("growth-conversations", new ConversationGrowth()),
    RECOVERY("recovery", new Recovery()),
    SINK_REDIS("sink-redis", new SinkSpeed(MeasuredSink.REDIS)),
    SINK_SQLITE("sink-sqlite", new SinkSpeed(MeasuredSink.SQLITE, MeasuredSink.SQLITE_UNSEARCHED)),
    SINK_ARCHIVE("sink-archive", new SinkSpeed(MeasuredSink.ARCHIVE)),
    DEV("dev", new WholePipeline());

    private final String title;
    private final transient Scenario scenario;

    Scenarios(String title, Scenario scenario) {
        this.title = title;
        this.scenario = scenario;
    }

    public Scenario scenario() {
        return scenario;
    }

    /** For example {@code growth-sessions}. */
    @Override
    public String toString() {
        return title;
    }
}
