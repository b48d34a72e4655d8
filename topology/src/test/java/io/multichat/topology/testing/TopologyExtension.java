package io.multichat.topology.testing;

import io.multichat.topology.settings.TopologySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens topologies for a test, each with its own state; closes them and deletes their state after the test. */
public final class TopologyExtension implements AfterEachCallback {
    private final List<TopologyFixture> opened = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();

    /** A topology with the {@link TopologyFixture#DEFAULTS}. */
    public TopologyFixture open() {
        return open(TopologyFixture.DEFAULTS);
    }

    public TopologyFixture open(TopologySettings settings) {
        try {
            Path directory = Files.createTempDirectory("topology");
            directories.add(directory);
            TopologyFixture topology = new TopologyFixture(directory, settings, () -> Instant.EPOCH);
            opened.add(topology);
            return topology;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        opened.forEach(TopologyFixture::close);
        for (Path each : directories) {
            Utils.delete(each.toFile());
        }
    }
}
