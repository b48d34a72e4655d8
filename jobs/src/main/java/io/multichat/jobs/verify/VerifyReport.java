package io.multichat.jobs.verify;

import java.util.List;
import java.util.Map;

/**
 * The result of a comparison.
 *
 * @param stores by store, how many events and sessions it holds
 * @param differences the first of the differences
 * @param found the number of differences; may be greater than the length of the list
 * @param byStore the number of differences by store
 * @param lagging by store that lags, how many of the things that the topics hold it has not read yet; they are not differences
 * @param changing the number of conversations that differed in another way each time, because they are being written; not differences
 * @param repair the repair plan, one step for each element; empty if no differences were found
 */
public record VerifyReport(
        Map<String, Held> stores,
        List<Difference> differences,
        long found,
        Map<String, Long> byStore,
        Map<String, Long> lagging,
        long changing,
        List<String> repair) {
    /**
     * What a store holds.
     *
     * @param events the number of accepted events
     * @param sessions the number of sessions, of every state
     */
    public record Held(long events, long sessions) {}
}
