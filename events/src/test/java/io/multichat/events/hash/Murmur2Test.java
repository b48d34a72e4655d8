package io.multichat.events.hash;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

class Murmur2Test {
    @Property
    void choosesThePartitionThatKafkaChooses(@ForAll byte[] key) {
        assertThat(Murmur2.partition(Murmur2.hash(key), 1_000_003))
                .isEqualTo(BuiltInPartitioner.partitionForKey(key, 1_000_003));
    }
}
