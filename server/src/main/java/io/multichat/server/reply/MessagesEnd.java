package io.multichat.server.reply;

import com.fasterxml.jackson.core.JsonGenerator;
import io.multichat.reading.MessageCursor;
import io.multichat.reading.MessagePage;
import io.multichat.reading.MessageWindow;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoredMessage;
import io.multichat.server.tiers.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The fields after a list of messages.
 *
 * @param anchor the id of the message that the others are around; empty for a page
 * @param hasBefore true if there are older messages
 * @param hasAfter true if there are newer messages
 * @param cursors where to continue
 * @param answer the answer, which names its tier
 */
public record MessagesEnd(
        Optional<String> anchor, boolean hasBefore, boolean hasAfter, Cursors cursors, Answer<?> answer)
        implements PageBody.End {
    /**
     * Where to continue.
     *
     * @param previous the cursor of the messages before the first one, in the opposite direction
     * @param next the cursor of the messages after the last one, in the direction of reading
     */
    public record Cursors(Optional<String> previous, Optional<String> next) {}

    /** The end of a page. A cursor stands at a message, so there is one before a page that continues from it. */
    public static MessagesEnd of(PageRequest request, MessagePage page, Answer<?> answer) {
        boolean forward = request.direction() == PageRequest.Direction.FORWARD;
        boolean continued = request.after().isPresent();
        return new MessagesEnd(
                Optional.empty(),
                forward ? continued : page.more(),
                forward ? page.more() : continued,
                cursors(page.messages(), continued, page.more()),
                answer);
    }

    /** The end of a window. */
    public static MessagesEnd of(MessageWindow window, Answer<?> answer) {
        return new MessagesEnd(
                window.anchor(),
                window.hasBefore(),
                window.hasAfter(),
                cursors(window.messages(), window.hasBefore(), window.hasAfter()),
                answer);
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
        SourceJson.write(answer, generator);
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
