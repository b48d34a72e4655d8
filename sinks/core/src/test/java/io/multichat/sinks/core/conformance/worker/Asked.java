package io.multichat.sinks.core.conformance.worker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** What a task asked its worker for. */
final class Asked {
    final Map<TopicPartition, Long> rewinds = new HashMap<>();
    final Set<TopicPartition> paused = new HashSet<>();
    /** Milliseconds; not positive when the task asked for no wait. */
    long timeoutMs = -1;

    boolean commit;
}
