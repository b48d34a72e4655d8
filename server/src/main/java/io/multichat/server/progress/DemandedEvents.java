package io.multichat.server.progress;

import io.multichat.server.publish.PublishedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/** The demand that stores hold what came of published events. For one thread. */
final class DemandedEvents implements StoreDemand {
    private final List<PublishedEvent> tokens;
    private final Function<PublishedEvent, Map<TopicPartition, Long>> output;
    private final StorePositions stores;
    private final Map<PublishedEvent, Map<TopicPartition, Long>> outputs = new HashMap<>();

    /** @param output the offsets that a store must have reached to hold what came of an event, as {@link WrittenEvent#output} */
    DemandedEvents(
            List<PublishedEvent> tokens,
            Function<PublishedEvent, Map<TopicPartition, Long>> output,
            StorePositions stores) {
        this.tokens = tokens;
        this.output = output;
        this.stores = stores;
    }

    @Override
    public void prepare() {
        for (PublishedEvent token : tokens) {
            if (!outputs.containsKey(token)) {
                outputs.put(token, output.apply(token));
            }
        }
    }

    @Override
    public void require(String store) {
        Map<TopicPartition, Long> held = stores.of(store);
        outputs.forEach((token, ends) -> {
            if (ends.entrySet().stream().anyMatch(end -> held.getOrDefault(end.getKey(), 0L) < end.getValue())) {
                throw new BehindException(store + " does not hold " + token + " yet");
            }
        });
    }
}
