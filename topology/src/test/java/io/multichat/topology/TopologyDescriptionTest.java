package io.multichat.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The shape of the topology, which is part of a deployment: a changed name of a store or internal topic loses state.
 *
 * <p>To accept an intended change, run {@code mvn test -Dtest=TopologyDescriptionTest} in this module, which writes the new
 * description to {@code target/topology.txt}; review the difference, then copy the file to {@code src/test/resources}.
 */
class TopologyDescriptionTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private static final Path GOLDEN = Path.of("src", "test", "resources", "topology.txt");
    private static final Path WRITTEN = Path.of("target", "topology.txt");

    @Test
    void theDescriptionMatchesTheGoldenFile() throws IOException {
        Topology topology = SessionTopology.build(TopologyFixture.DEFAULTS);

        String description = topology.describe().toString();

        Files.writeString(WRITTEN, description);
        assertThat(description)
                .as("the topology has changed; %s has the new one, to be compared and copied to %s", WRITTEN, GOLDEN)
                .isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8));
    }

    @Test
    void nothingHasAGeneratedName() {
        String description =
                SessionTopology.build(TopologyFixture.DEFAULTS).describe().toString();

        assertThat(description).doesNotContain("KSTREAM", "KTABLE").doesNotContainPattern("\\d{10}");
    }

    @Test
    void theConfigurationOfTheApplicationApplies() {
        Chat chat = Chat.atHome("talk");
        TopologyFixture topology = topologies.open();

        topology.publish(chat.message("m1", Story.BASE));

        assertThat(topology.outputs().transcript().get(0).getRecordTime())
                .as("the arrival, as the configured timestamp extractor says, and not what the producer set")
                .isAfter(Instant.EPOCH);
    }
}
