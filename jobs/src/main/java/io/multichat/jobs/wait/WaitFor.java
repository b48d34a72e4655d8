package io.multichat.jobs.wait;

import io.multichat.jobs.client.ServerClient;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a job waits for after it has published.
 *
 * @param server the HTTP server, which reports the progress of the topology
 * @param sinks consumer groups of the sinks
 * @param archive folder of the archive, which is asked to commit; it need not exist on this machine
 * @param stallTimeout the job fails after this time without progress
 */
public record WaitFor(ServerClient server, SinkGroups sinks, Path archive, Duration stallTimeout) {}
