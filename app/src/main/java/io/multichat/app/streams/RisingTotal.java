package io.multichat.app.streams;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A total that never falls, made of parts that come and go: a task's counters vanish when its partition moves to another instance, and
 * begin at zero when it comes back. What a part counted after the last {@link #of} and before it vanished is not included. Thread-safe.
 *
 * @param <P> what identifies a part
 */
final class RisingTotal<P> {
    private final Map<P, Double> last = new HashMap<>();
    private double vanished;

    /**
     * The total of the parts that exist now.
     *
     * @param now counts the parts; one at a time, because an older count that came after a newer one would look like parts that began again
     */
    synchronized double of(Supplier<Map<P, Double>> now) {
        Map<P, Double> parts = now.get();
        Set<P> known = new HashSet<>(last.keySet());
        for (P part : known) {
            Double count = parts.get(part);
            if (count == null || count < last.get(part)) {
                vanished += last.remove(part);
            }
        }
        last.putAll(parts);
        return vanished
                + parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
