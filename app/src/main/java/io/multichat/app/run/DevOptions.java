package io.multichat.app.run;

import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * How everything is run in one process.
 *
 * @param dataDir where all data is kept; made when it is missing
 * @param port of the HTTP server; 0: any free one
 * @param kafkaPort of the embedded broker; 0: any free one
 * @param redisPort of the embedded Redis; 0: any free one
 * @param demoRate events per second of generated traffic, greater than 0; empty: none
 */
public record DevOptions(Path dataDir, int port, int kafkaPort, int redisPort, OptionalDouble demoRate) {}
