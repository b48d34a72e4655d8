package io.multichat.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.topology.settings.Names;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.Test;

class WaitingStoreTest {
    @Test
    void waitingEventsAreNeverOnDiskButSurviveInTheChangelog() {
        StoreBuilder<KeyValueStore<Bytes, byte[]>> builder = WaitingStore.builder(Names.WAITING);

        assertThat(builder.build().persistent()).isFalse();
        assertThat(builder.loggingEnabled()).isTrue();
    }
}
