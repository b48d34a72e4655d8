package io.multichat.jobs.imports;

import java.util.List;
import java.util.stream.Stream;

/**
 * The consumer groups of the sinks.
 *
 * @param required those that certainly exist, or will
 * @param optional those that may exist: waited for when they have committed anything
 */
public record SinkGroups(List<String> required, List<String> optional) {
    /** The groups of sinks that were installed under their usual names; some may be left out. */
    public static final SinkGroups USUAL = new SinkGroups(
            List.of(),
            Stream.of("redis", "sqlite", "archive")
                    .map(store -> "connect-" + connector(store))
                    .toList());

    /** The usual name of the connector that fills a store, for example {@code multichat-redis}. */
    public static String connector(String store) {
        return "multichat-" + store;
    }

    /** Sinks that are known to run. */
    public static SinkGroups of(List<String> names) {
        return new SinkGroups(List.copyOf(names), List.of());
    }

    List<String> toWaitFor(GroupOffsets groups) {
        Stream<String> found =
                optional.stream().filter(group -> !groups.of(group).isEmpty());
        return Stream.concat(required.stream(), found).toList();
    }
}
