package io.multichat.app.run;

import java.nio.file.Path;

/**
 * The flags of {@code serve}.
 *
 * @param bootstrapServers comma-separated {@code host:port} of the Kafka cluster
 * @param port of the HTTP server; 0: any free port
 * @param dataDir where the state is kept; created when missing
 */
public record ServeOptions(String bootstrapServers, int port, Path dataDir) {}
