package io.multichat.formats.html;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.text.Rfc3339;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.MessageView;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the page of a session, or of one part of it, with the markup of the web page's transcripts. Times are UTC. */
final class SessionPage implements SessionWriter {
    private final OutputStream output;
    private final FileStart start;
    private final MessageRuns runs = new MessageRuns();
    private String navigation = "";

    SessionPage(OutputStream output, FileStart start) {
        this.output = output;
        this.start = start;
    }

    @Override
    public void session(ExportedSession session) throws IOException {
        Conversation conversation = session.snapshot().conversation();
        String title = conversation.platform() + " " + conversation.channel()
                + conversation.thread().map(thread -> " / " + thread).orElse("");
        long parts = IndexPages.parts(session.found());
        navigation = PageText.navigation(List.of(
                start.contents().isPresent() ? PageText.link(start.path(), "index.html", "All sessions") : "",
                session.part() > 1 ? part(session.part() - 1, "Earlier messages") : "",
                session.part() < parts ? part(session.part() + 1, "Later messages") : ""));
        write(PageHead.html(
                        title + " " + Rfc3339.format(session.snapshot().span().startedAt())) + navigation + "<h1>"
                + PageText.name(title) + "</h1>\n<p class=\"note about\">Session "
                + session.snapshot().sessionId() + " · "
                + session.snapshot().status().state().wireName() + " · "
                + PageText.time(session.snapshot().span().startedAt()) + " to "
                + PageText.time(session.snapshot().span().lastMessageAt()) + " · "
                + session.snapshot().counts().messages() + " messages"
                + (parts > 1 ? " · part " + session.part() + " of " + parts : "") + "</p>\n"
                + (session.isIncomplete()
                        ? "<p class=\"warn\"><strong>Incomplete: only " + session.found()
                                + " of the messages were found.</strong></p>\n"
                        : "")
                + "<ol class=\"messages\">\n");
    }

    @Override
    public void message(ExportedMessage exported) throws IOException {
        MessageView message = MessageView.of(exported);
        MessageRuns.Place place = runs.next(message);
        write((place.newDay() ? "<li class=\"line day\"><span>" + MessageRuns.day(message.at()) + "</span></li>\n" : "")
                + MessageItem.html(message, MessageExtras.reactions(exported), place.continued()));
    }

    @Override
    public void event(ExportedEvent exported) throws IOException {
        ChatEvent event = exported.event();
        String detail = event.content().emoji().or(() -> event.content().text()).orElse("");
        write("<li class=\"event\">" + PageText.time(exported.at()) + " "
                + event.type().wireName() + " "
                + event.sender().map(MessageExtras::name).orElse("") + " <span dir=\"auto\">" + PageText.escaped(detail)
                + "</span></li>\n");
    }

    @Override
    public void complete(FileCounts counts) throws IOException {
        write("</ol>\n" + navigation + "</body>\n</html>\n");
    }

    private String part(int part, String text) {
        return PageText.link(start.path(), PageText.path(start.path(), part), text);
    }

    private void write(String html) throws IOException {
        output.write(html.getBytes(StandardCharsets.UTF_8));
    }
}
