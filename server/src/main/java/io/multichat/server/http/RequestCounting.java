package io.multichat.server.http;

import io.multichat.server.metrics.RequestMeters;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Counts requests at their end.
 *
 * @param meters receives them
 */
record RequestCounting(RequestMeters meters) implements Consumer<FinishedRequest> {
    @Override
    public void accept(FinishedRequest request) {
        meters.count(request.method(), request.route(), request.status());
        // A live stream lasts as long as its client wants.
        if (!request.route().equals(Routes.LIVE)) {
            meters.cost(request.route(), Duration.ofNanos(request.nanos()), request.bytes());
        }
    }
}
