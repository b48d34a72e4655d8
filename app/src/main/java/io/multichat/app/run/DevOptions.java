package io.multichat.app.run;

import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * The flags of {@code dev}.
 *
 * @param dataDir where all data is kept; created when missing
 * @param port of the HTTP server; 0: any free port
 * @param kafkaPort of the embedded broker; 0: any free port
 * @param redisPort of the embedded Redis; 0: any free port
 * @param demoRate generated events per second, greater than 0; empty: none
 */
public record DevOptions(Path dataDir, int port, int kafkaPort, int redisPort, OptionalDouble demoRate) {}
