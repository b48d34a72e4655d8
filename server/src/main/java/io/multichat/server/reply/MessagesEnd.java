package io.multichat.server.reply;

import com.fasterxml.jackson.core.JsonGenerator;
import io.multichat.reading.MessageCursor;
import io.multichat.reading.MessagePage;
import io.multichat.reading.MessageWindow;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoredMessage;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.PageDetails;
import io.multichat.server.tiers.SkippedTier;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields after a list of messages.
 *
 * @param anchor the id of the message that the others are around; empty for a page
 * @param hasBefore true if there are older messages
 * @param hasAfter true if there are newer messages
 * @param cursors where to continue
 * @param source the tier that answered, and whether it holds everything
 */
public record MessagesEnd(Optional<String> anchor, boolean hasBefore, boolean hasAfter, Cursors cursors, Source source)
        implements PageBody.End {
    /**
     * Where to continue.
     *
     * @param previous the cursor of the messages before the first one, in the opposite direction
     * @param next the cursor of the messages after the last one, in the direction of reading
     */
    public record Cursors(Optional<String> previous, Optional<String> next) {}

    /**
     * Where the answer comes from.
     *
     * @param name the tier
     * @param complete false if messages are lost; then the body says {@code "complete":false}
     * @param skipped the tiers that could not answer, each once
     */
    public record Source(String name, boolean complete, List<SkippedTier> skipped) {
        /** The source of an answer whose messages have details from other tiers. */
        public static Source of(Answer<?> answer, PageDetails details) {
            List<SkippedTier> skipped = Stream.concat(answer.skipped().stream(), details.skipped().stream())
                    .distinct()
                    .toList();
            return new Source(answer.source(), answer.complete(), skipped);
        }
    }

    /** The end of a page. A cursor stands at a message, so there is one before a page that continues from it. */
    public static MessagesEnd of(PageRequest request, MessagePage page, Source source) {
        boolean forward = request.direction() == PageRequest.Direction.FORWARD;
        boolean continued = request.after().isPresent();
        return new MessagesEnd(
                Optional.empty(),
                forward ? continued : page.more(),
                forward ? page.more() : continued,
                cursors(page.messages(), continued, page.more()),
                source);
    }

    /** The end of a window. */
    public static MessagesEnd of(MessageWindow window, Source source) {
        return new MessagesEnd(
                window.anchor(),
                window.hasBefore(),
                window.hasAfter(),
                cursors(window.messages(), window.hasBefore(), window.hasAfter()),
                source);
    }

    @Override
    public void write(JsonGenerator generator) throws IOException {
        if (anchor.isPresent()) {
            generator.writeStringField("anchor", anchor.get());
        }
        generator.writeBooleanField("hasBefore", hasBefore);
        generator.writeBooleanField("hasAfter", hasAfter);
        generator.writeStringField("previousCursor", cursors.previous().orElse(null));
        generator.writeStringField("nextCursor", cursors.next().orElse(null));
        generator.writeStringField("source", source.name());
        if (!source.complete()) {
            generator.writeBooleanField("complete", false);
        }
        if (!source.skipped().isEmpty()) {
            generator.writeArrayFieldStart("skipped");
            for (SkippedTier tier : source.skipped()) {
                generator.writeStartObject();
                generator.writeStringField("tier", tier.tier());
                generator.writeStringField("reason", tier.reason());
                generator.writeEndObject();
            }
            generator.writeEndArray();
        }
    }

    private static Cursors cursors(List<StoredMessage> messages, boolean hasPrevious, boolean hasNext) {
        if (messages.isEmpty()) {
            return new Cursors(Optional.empty(), Optional.empty());
        }
        String first = MessageCursor.of(messages.get(0).position());
        String last = MessageCursor.of(messages.get(messages.size() - 1).position());
        return new Cursors(
                Optional.of(first).filter(cursor -> hasPrevious),
                Optional.of(last).filter(cursor -> hasNext));
    }
}
