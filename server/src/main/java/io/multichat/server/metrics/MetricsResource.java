package io.multichat.server.metrics;

import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.multichat.server.request.Parameters;

/** All metrics. */
public final class MetricsResource {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;

    public MetricsResource(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** {@code GET /metrics}: the metrics in the text format of Prometheus. */
    public void metrics(Context context, Parameters none) {
        context.contentType(TYPE).result(registry.scrape(TYPE));
    }
}
