package io.multichat.app.run;

import java.nio.file.Path;

/**
 * How topology and server are run against a Kafka that is there already.
 *
 * @param bootstrapServers where that Kafka is, {@code host:port} with commas between them
 * @param port of the HTTP server; 0: any free one
 * @param dataDir where the state is kept; made when it is missing
 */
public record ServeOptions(String bootstrapServers, int port, Path dataDir) {}
