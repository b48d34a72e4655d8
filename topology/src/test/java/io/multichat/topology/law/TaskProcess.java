package io.multichat.topology.law;

import io.multichat.topology.ingest.ArrivalTimes;
import io.multichat.topology.sessions.SessionProcessor;
import io.multichat.topology.settings.TopologySettings;
import io.multichat.topology.testing.StoredState;
import java.util.List;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;

/** A process that works on a task: its processor and the processor's tick. */
record TaskProcess(SessionProcessor processor, Punctuator ticking) {
    /** Begins to work on the state. */
    static TaskProcess on(StoredState state, TopologySettings settings) {
        SessionProcessor processor = new SessionProcessor(settings, new ArrivalTimes());
        processor.init(state.context());
        List<CapturedPunctuator> scheduled = state.context().scheduledPunctuators();
        return new TaskProcess(processor, scheduled.get(scheduled.size() - 1).getPunctuator());
    }
}
