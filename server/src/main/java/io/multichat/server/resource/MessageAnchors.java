package io.multichat.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.multichat.reading.MessageWindow;
import io.multichat.reading.WindowReader;
import io.multichat.reading.WindowRequest;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.ShownValue;

/** What to answer when the messages around one are requested, and that one does not exist. */
final class MessageAnchors {
    private MessageAnchors() {}

    /** True if the request names a message that is not there. An instant without messages is an empty answer. */
    static boolean isMissing(MessageWindow window, WindowRequest request) {
        return window.anchor().isEmpty() && !WindowReader.isInstant(request.around());
    }

    /**
     * Answers 404.
     *
     * @param complete false if messages are lost, so that nobody knows whether this is one of them
     */
    static void notFound(Context context, WindowRequest request, String where, boolean complete) {
        String asked = "around is \"" + ShownValue.of(request.around()) + "\"; ";
        Problems.send(
                context,
                HttpStatus.NOT_FOUND,
                complete
                        ? asked + where + " has no such message, and it is not a time such as 2026-01-31T09:00:00Z"
                        : asked + "no store holds such a message of " + where
                                + ". Messages of it are lost, and this may be one of them; a time finds what is left");
    }
}
