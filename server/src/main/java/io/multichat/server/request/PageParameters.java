package io.multichat.server.request;

import io.multichat.events.text.WholeNumbers;
import io.multichat.reading.MessageCursor;
import io.multichat.reading.PageRequest;
import io.multichat.reading.WindowRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parameters that select messages: {@code cursor}, {@code limit} and {@code direction} for a page, or {@code around},
 * {@code before} and {@code after} for a window.
 *
 * @param parameters all parameters of the request
 */
public record PageParameters(Parameters parameters) {
    /** The names of the parameters. */
    public static final List<String> NAMES =
            List.of("cursor", "limit", "direction", "around", "before", "after", "revisions");

    private static final int DEFAULT_AROUND = 50;
    private static final List<String> PAGE_ONLY = List.of("cursor", "limit", "direction");
    private static final List<String> WINDOW_ONLY = List.of("before", "after");

    /** The requested page. */
    public PageRequest page() {
        return new PageRequest(
                parameters.cursor(MessageCursor::parse),
                parameters.limit(PageRequest.MAX_LIMIT),
                parameters
                        .text("direction")
                        .map(name -> Parameters.parsed("direction", name, PageParameters::direction))
                        .orElse(PageRequest.Direction.FORWARD));
    }

    /** The requested window; empty if a page is requested. */
    public Optional<WindowRequest> window() {
        Optional<String> around = parameters.text("around");
        for (String other : around.isPresent() ? PAGE_ONLY : WINDOW_ONLY) {
            if (parameters.isGiven(other)) {
                throw new IllegalArgumentException(
                        around.isPresent()
                                ? "around and " + other + " are both given; around takes before and after"
                                : other + " needs around, the message or time that the messages are around");
            }
        }
        return around.map(value -> new WindowRequest(value, count("before"), count("after")));
    }

    /** True if the versions of each message are requested. */
    public boolean revisions() {
        return parameters.flag("revisions");
    }

    private int count(String name) {
        return parameters
                .text(name)
                .map(number -> Parameters.parsed(name, number, WholeNumbers::parseInt))
                .orElse(DEFAULT_AROUND);
    }

    private static PageRequest.Direction direction(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "forward" -> PageRequest.Direction.FORWARD;
            case "backward" -> PageRequest.Direction.BACKWARD;
            default -> throw new IllegalArgumentException("it must be forward or backward");
        };
    }
}
