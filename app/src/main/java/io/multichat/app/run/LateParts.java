package io.multichat.app.run;

import io.multichat.app.progress.OffsetAccess;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.client.KafkaAccess;

/**
 * What the HTTP server uses although it is not there when the server starts.
 *
 * @param state the topology's state
 * @param events publishing of events
 * @param live live events
 * @param offsets offsets of the topics
 */
record LateParts(StateAccess state, EventAccess events, LiveAccess live, OffsetAccess offsets) {
    /** Nothing is there yet. All parts are closed with {@code parts}. */
    static LateParts create(ClosingStack parts, Settings settings) {
        return new LateParts(
                new StateAccess(),
                parts.add(new EventAccess(settings)),
                parts.add(new LiveAccess()),
                parts.add(new OffsetAccess(settings)));
    }

    /** The cluster and its topics are there. */
    void connect(KafkaAccess kafka) {
        events.connect(kafka);
        live.connect(kafka);
        offsets.connect(kafka);
    }
}
