package io.multichat.server.request;

import io.multichat.events.text.Durations;
import io.multichat.server.progress.ReadDemand;
import io.multichat.server.publish.PublishedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parameters of what a client demands of an answer: {@code min-token}, the tokens of published events that it must contain, and
 * {@code max-staleness}, the greatest age of a copy of the state.
 *
 * @param parameters all parameters of the request
 */
public record DemandParameters(Parameters parameters) {
    /** The names of the parameters that every tier takes. */
    public static final List<String> NAMES = List.of("min-token");

    /** The names of the parameters that the state takes. */
    public static final List<String> OF_STATE = List.of("min-token", "max-staleness");

    private static final int MOST_TOKENS = 100;
    private static final Duration MOST_STALENESS = Duration.ofDays(1);

    /** The names of a route's own parameters, and those of {@link #NAMES}. */
    public static List<String> with(List<String> own) {
        List<String> all = new ArrayList<>(own);
        all.addAll(NAMES);
        return List.copyOf(all);
    }

    /** The demand; none if the parameters are not given. */
    public ReadDemand demand() {
        List<PublishedEvent> tokens =
                parameters.text("min-token").map(DemandParameters::tokens).orElse(List.of());
        if (tokens.size() > MOST_TOKENS) {
            throw new IllegalArgumentException(
                    "min-token has " + tokens.size() + " tokens; at most " + MOST_TOKENS + " are allowed");
        }
        long maxStalenessMs = parameters
                .text("max-staleness")
                .map(text -> Parameters.parsed("max-staleness", text, DemandParameters::staleness))
                .orElse(ReadDemand.DEFAULT_MAX_STALENESS_MS);
        return new ReadDemand(tokens, maxStalenessMs);
    }

    private static List<PublishedEvent> tokens(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(token -> Parameters.parsed("min-token", token, PublishedEvent::parse))
                .distinct()
                .toList();
    }

    private static long staleness(String text) {
        return Durations.parse(text)
                .filter(duration -> duration.compareTo(MOST_STALENESS) <= 0)
                .orElseThrow(() -> new IllegalArgumentException("it must be a duration up to 1d, such as 500ms or 10s"))
                .toMillis();
    }
}
