package io.multichat.server.http;

import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs one line for each request. */
final class AccessLog implements Consumer<FinishedRequest> {
    /** Named after its purpose, because its level is set apart from those of classes. */
    private static final Logger LOG = LoggerFactory.getLogger("multichat.access");

    private static final double NS_PER_MS = 1e6;

    @Override
    public void accept(FinishedRequest request) {
        LOG.info("{}", line(request));
    }

    static String line(FinishedRequest request) {
        return String.format(
                Locale.ROOT,
                "method=%s route=%s status=%d bytes=%d ms=%.1f key=%s",
                request.method(),
                request.route(),
                request.status(),
                request.bytes(),
                request.nanos() / NS_PER_MS,
                request.key().orElse("-"));
    }
}
