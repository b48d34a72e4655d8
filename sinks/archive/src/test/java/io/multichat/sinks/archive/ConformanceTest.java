package io.multichat.sinks.archive;

import io.multichat.sinks.archive.testing.ArchiveUnderTest;
import io.multichat.sinks.core.conformance.SinkConformance;

class ConformanceTest extends SinkConformance {
    ConformanceTest() {
        super(ArchiveUnderTest::new);
    }
}
