package io.multichat.sinks.core;

import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.config.ConfigException;

/**
 * What distinguishes one sink from another: how a task's settings become a store. Each sink has one implementation, a public
 * class with a public constructor without parameters.
 */
@FunctionalInterface
public interface StoreFactory {
    /**
     * Creates the store of one task. Does not contact the store.
     *
     * @param settings the task's settings, as text
     * @param clockMs a clock that never goes back, in milliseconds
     * @throws ConfigException if a setting is invalid
     */
    ConfiguredStore create(Map<String, String> settings, LongSupplier clockMs);
}
