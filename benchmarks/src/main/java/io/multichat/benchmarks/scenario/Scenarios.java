package io.multichat.benchmarks.scenario;

import io.multichat.benchmarks.sink.MeasuredSink;

/** All scenarios, in groups, by their names on the command line. */
public enum Scenarios {
    THROUGHPUT("topology", "throughput", new Throughput()),
    WRITES("topology", "writes", new Writes()),
    GROWTH_SESSIONS("topology", "growth-sessions", new SessionLengthGrowth()),
    GROWTH_CONVERSATIONS("topology", "growth-conversations", new ConversationCountGrowth()),
    RECOVERY("topology", "recovery", new Recovery()),
    INSTANCES("topology", "instances", new Instances()),
    SINK_SQLITE("sinks", "sqlite", new SinkSpeed(MeasuredSink.SQLITE, MeasuredSink.SQLITE_UNSEARCHED)),
    SINK_REDIS("sinks", "redis", new SinkSpeed(MeasuredSink.REDIS)),
    SINK_ARCHIVE("sinks", "archive", new SinkSpeed(MeasuredSink.ARCHIVE)),
    DEV("dev", "dev", new WholePipeline()),
    READING("reading", "reading", new ReadSpeed()),
    JOBS("jobs", "jobs", new JobSpeed()),
    ERASURE("erasure", "erasure", new ErasureSpeed());

    private final String group;
    private final String title;
    private final transient Scenario scenario;

    Scenarios(String group, String title, Scenario scenario) {
        this.group = group;
        this.title = title;
        this.scenario = scenario;
    }

    /** The group: {@code topology}, {@code sinks}, {@code dev}, {@code reading}, {@code jobs} or {@code erasure}. */
    public String group() {
        return group;
    }

    public Scenario scenario() {
        return scenario;
    }

    /** The name on the command line, for example {@code growth-sessions}. */
    @Override
    public String toString() {
        return title;
    }
}
