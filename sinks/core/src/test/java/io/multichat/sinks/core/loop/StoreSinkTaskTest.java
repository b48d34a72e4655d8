package io.multichat.sinks.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.Topics;
import io.multichat.sinks.core.ConfiguredStore;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.StoreFactory;
import io.multichat.sinks.core.testing.WorkerContext;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class StoreSinkTaskTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.TRANSCRIPT, 0);

    private final StoreSinkTask task = new StoreSinkTask();

    @Test
    void aTaskWritesToTheStoreOfTheFactoryThatItsConnectorNamed() {
        Map<String, String> connector = Map.of("position", "17");
        WorkerContext context = new WorkerContext();
        task.initialize(context);

        task.start(StoreFactorySetting.addTo(connector, Factory.class, 2).get(1));
        task.open(List.of(PARTITION));

        assertThat(context.rewinds).containsEntry(PARTITION, 17L);
    }

    @Test
    void aTaskWithoutAFactoryDoesNotStart() {
        assertThatThrownBy(() -> task.start(Map.of("position", "17")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("store.factory");
    }

    @Test
    void aTaskThatFailedToStartCanBeStopped() {
        assertThatCode(task::stop).doesNotThrowAnyException();
    }

    /** Creates a store whose position is a setting. */
    public static final class Factory implements StoreFactory {
        @Override
        public ConfiguredStore create(Map<String, String> settings, LongSupplier clockMs) {
            MovableStore store = new MovableStore();
            store.positions.put(PARTITION, Long.valueOf(settings.get("position")));
            return new ConfiguredStore(store, SinkTopics.defaults());
        }
    }
}
