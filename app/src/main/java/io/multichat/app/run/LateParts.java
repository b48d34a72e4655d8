package io.multichat.app.run;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.multichat.app.erase.RequestedErasures;
import io.multichat.app.progress.OffsetAccess;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.client.KafkaAccess;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the HTTP server uses although it is not there when the server starts.
 *
 * @param state the topology's state
 * @param events publishing of events
 * @param live live events
 * @param metrics the metrics of the process, to which every part adds its own
 * @param offsets offsets of the topics
 * @param erasures erasures that clients request
 * @param kafka the cluster; null until its topics are there
 */
record LateParts(
        StateAccess state,
        EventAccess events,
        LiveAccess live,
        PrometheusMeterRegistry metrics,
        OffsetAccess offsets,
        RequestedErasures erasures,
        AtomicReference<KafkaAccess> kafka) {
    /** Nothing is there yet. All parts are closed with {@code parts}. */
    static LateParts create(ClosingStack parts, Settings settings) {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        parts.add(metrics::close);
        return new LateParts(
                new StateAccess(),
                parts.add(new EventAccess(settings)),
                parts.add(new LiveAccess()),
                metrics,
                parts.add(new OffsetAccess(settings)),
                parts.add(new RequestedErasures(settings)),
                new AtomicReference<>());
    }

    /** The cluster and its topics are there. */
    void connect(KafkaAccess running) {
        events.connect(running);
        live.connect(running);
        offsets.connect(running);
        kafka.set(running);
    }
}
