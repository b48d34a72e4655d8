package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.sink.MeasuredSink;

/** All that can be measured, by the name that the command line has for it, in groups. */
public enum Scenarios {
    THROUGHPUT("topology", "throughput", new Throughput()),
    WRITES("topology", "writes", new Writes()),
    GROWTH_SESSIONS("topology", "growth-sessions", new SessionGrowth()),
    GROWTH_CONVERSATIONS("topology", "growth-conversations", new ConversationGrowth()),
    RECOVERY("topology", "recovery", new Recovery()),
    SINK_SQLITE("sinks", "sqlite", new SinkSpeed(MeasuredSink.SQLITE, MeasuredSink.SQLITE_UNSEARCHED)),
    SINK_REDIS("sinks", "redis", new SinkSpeed(MeasuredSink.REDIS)),
    SINK_ARCHIVE("sinks", "archive", new SinkSpeed(MeasuredSink.ARCHIVE)),
    DEV("dev", "dev", new WholePipeline());

    private final String group;
    private final String title;
    private final transient Scenario scenario;

    Scenarios(String group, String title, Scenario scenario) {
        this.group = group;
        this.title = title;
        this.scenario = scenario;
    }

    /** What is measured: {@code topology}, {@code sinks} or {@code dev}. */
    public String group() {
        return group;
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
