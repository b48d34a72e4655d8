package io.multichat.server.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.multichat.server.live.LiveHub;
import io.multichat.server.tiers.CallCounts;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the server counts anyway, as metrics; and those of the JVM.
 *
 * @param tiers how the calls to each tier ended, by its name
 * @param live the clients of live events
 */
public record ServerMeters(Map<String, CallCounts> tiers, LiveHub live) {
    /** Adds the metrics. */
    public void bindTo(MeterRegistry registry) {
        tiers.forEach((tier, calls) -> {
            calls(registry, tier, "answered", calls, CallCounts::answers);
            calls(registry, tier, "failed", calls, CallCounts::failures);
            calls(registry, tier, "skipped", calls, CallCounts::skips);
        });
        Gauge.builder("multichat.live.clients", live::clients)
                .description("Clients that follow live events")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    private static void calls(
            MeterRegistry registry, String tier, String outcome, CallCounts calls, ToDoubleFunction<CallCounts> count) {
        FunctionCounter.builder("multichat.tier.calls", calls, count)
                .description("Calls to a tier by their outcome")
                .tag("tier", tier)
                .tag("outcome", outcome)
                .register(registry);
    }
}
