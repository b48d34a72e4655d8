package io.multichat.formats;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What the user says about a source because the source does not. A reader either has the answer from the source, or from here,
 * or assumes one and says so.
 *
 * @param timezone the zone of times that are written without one
 * @param dateOrder the order of day, month and year
 * @param channel the channel of messages whose file does not name it
 * @param workspace the name of the workspace or network; it precedes the name of a channel that is unique only within it
 * @param start the time of the first turn when turns have no time
 * @param step the time between turns that have no time
 * @param maxEventBytes the largest event that is passed on
 * @param distinctNames for each file whose name another file has as well, the end of its path that no other file has; by path
 */
public record ReadOptions(
        Optional<ZoneId> timezone,
        Optional<DateOrder> dateOrder,
        Optional<String> channel,
        Optional<String> workspace,
        Optional<Instant> start,
        Optional<Duration> step,
        int maxEventBytes,
        Map<String, String> distinctNames) {

    /** Nothing but the limit. */
    public static ReadOptions limitedTo(int maxEventBytes) {
        return new ReadOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                maxEventBytes,
                Map.of());
    }

    /** The same options for files of which some have equal names. */
    public ReadOptions withDistinctNames(Map<String, String> names) {
        return new ReadOptions(timezone, dateOrder, channel, workspace, start, step, maxEventBytes, Map.copyOf(names));
    }

    /** The name of a channel that is unique only within its workspace: {@code workspace/channel} when one is given. */
    public String inWorkspace(String name) {
        return workspace.map(prefix -> prefix + "/" + name).orElse(name);
    }
}
