package io.multichat.jobs.wait;

import java.util.List;
import java.util.stream.Stream;

/**
 * The consumer groups of the sinks.
 *
 * @param required groups that exist or will exist
 * @param optional groups that may not exist: waited for only when they have committed something
 */
public record SinkGroups(List<String> required, List<String> optional) {
    /** Sinks with their default names; some may not be installed. */
    public static final SinkGroups USUAL = new SinkGroups(
            List.of(),
            Stream.of("redis", "sqlite", "archive")
                    .map(store -> "connect-" + connector(store))
                    .toList());

    /** The usual name of the connector that fills a store, for example {@code multichat-redis}. */
    public static String connector(String store) {
        return "multichat-" + store;
    }

    /** Sinks that are known to be running. */
    public static SinkGroups of(List<String> names) {
        return new SinkGroups(List.copyOf(names), List.of());
    }

    /** The groups to wait for. */
    List<String> toWaitFor(GroupOffsets groups) {
        Stream<String> found =
                optional.stream().filter(group -> !groups.of(group).isEmpty());
        return Stream.concat(required.stream(), found).toList();
    }
}
