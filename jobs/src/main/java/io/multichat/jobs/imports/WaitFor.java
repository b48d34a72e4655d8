package io.multichat.jobs.imports;

import io.multichat.jobs.client.ServerClient;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What an import waits for.
 *
 * @param server of the topology
 * @param sinks the sinks
 * @param archive the folder of the archive, which is asked to commit
 * @param stallTimeout after how long without any progress it gives up
 */
public record WaitFor(ServerClient server, SinkGroups sinks, Path archive, Duration stallTimeout) {}
