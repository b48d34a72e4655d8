package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.conformance.SinkConformance;

class ConformanceTest extends SinkConformance {
    ConformanceTest() {
        super(SqliteUnderTest::new);
    }
}
