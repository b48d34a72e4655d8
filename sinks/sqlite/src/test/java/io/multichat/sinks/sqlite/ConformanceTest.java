package io.multichat.sinks.sqlite;

import io.multichat.sinks.core.conformance.SinkConformance;
import io.multichat.sinks.sqlite.testing.SqliteUnderTest;

class ConformanceTest extends SinkConformance {
    ConformanceTest() {
        super(SqliteUnderTest::new);
    }
}
