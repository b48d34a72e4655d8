package io.multichat.server.publish;

import java.util.Optional;

/**
 * What became of one event of a request.
 *
 * @param status the status that a request with this event alone would have
 * @param token the place of a published event, see {@link PublishedEvent#toString()}
 * @param reason a code for why it was not published
 * @param detail the same in words
 */
public record EventOutcome(int status, Optional<String> token, Optional<String> reason, Optional<String> detail) {
    /** The status of a published event. */
    public static final int PUBLISHED = 200;

    static EventOutcome published(PublishedEvent event) {
        return new EventOutcome(PUBLISHED, Optional.of(event.toString()), Optional.empty(), Optional.empty());
    }

    static EventOutcome failed(int status, String reason, String detail) {
        return new EventOutcome(status, Optional.empty(), Optional.of(reason), Optional.ofNullable(detail));
    }

    /** True if the event was published. */
    public boolean isPublished() {
        return status == PUBLISHED;
    }
}
