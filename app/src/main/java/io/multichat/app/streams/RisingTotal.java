package io.multichat.app.streams;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A total that never falls, made of parts that come and go: a task's counters vanish when its partition moves to another instance, and
 * begin at zero when it comes back. What a part counted after the last {@link #of} and before it vanished is not included. Thread-safe.
 *
 * @param <P> what identifies a part
 */
final class RisingTotal<P> {
    private final Map<P, Double> last = new HashMap<>();
    private double vanished;

    /** The total, given the parts that exist now. */
    synchronized double of(Map<P, Double> parts) {
        Set<P> known = new HashSet<>(last.keySet());
        for (P part : known) {
            Double now = parts.get(part);
            if (now == null || now < last.get(part)) {
                vanished += last.remove(part);
            }
        }
        last.putAll(parts);
        return vanished
                + parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
