package io.multichat.formats.html;

import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.formats.write.ExportContents;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.ListFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the pages that list all sessions, in the order of their files. The rows of one page are held in memory. */
final class IndexPages {
    private static final String INDEX = "index";
    private static final int SESSIONS_PER_PAGE = 2_000;
    private static final String HEADER =
            "<tr><th>Conversation</th><th>From</th><th>To</th><th class=\"number\">Messages</th></tr>\n";

    private final ListFiles files;
    private final List<String> rows = new ArrayList<>();
    private int page = 1;

    IndexPages(ListFiles files) {
        this.files = files;
    }

    /** The number of pages of a session. */
    static long parts(long messages) {
        return Math.max(1, (messages + HtmlFormat.MESSAGES_PER_PAGE - 1) / HtmlFormat.MESSAGES_PER_PAGE);
    }

    void write(ExportContents contents) throws IOException {
        contents.forEachSession(HtmlFormat.NAME, (session, path) -> {
            if (rows.size() == SESSIONS_PER_PAGE) {
                finishPage(true);
            }
            rows.add(row(session, path));
        });
        finishPage(false);
    }

    private void finishPage(boolean more) throws IOException {
        String navigation = PageText.navigation(List.of(
                page > 1 ? PageText.link(INDEX, PageText.path(INDEX, page - 1), "Previous sessions") : "",
                more ? PageText.link(INDEX, PageText.path(INDEX, page + 1), "More sessions") : ""));
        String html = PageHead.html("Sessions") + "<h1>Sessions</h1>\n" + navigation + "<table>\n" + HEADER
                + String.join("", rows) + "</table>\n" + navigation + "</body>\n</html>\n";
        files.create(PageText.path(INDEX, page), output -> output.write(html.getBytes(StandardCharsets.UTF_8)));
        rows.clear();
        page++;
    }

    private static String row(ExportedSession session, String path) {
        SessionSnapshot snapshot = session.snapshot();
        Conversation conversation = snapshot.conversation();
        String name = conversation.platform() + " " + conversation.channel()
                + conversation.thread().map(thread -> " / " + thread).orElse("");
        return "<tr><td>" + PageText.link(INDEX, PageText.path(path, 1), PageText.name(name)) + "</td><td>"
                + PageText.time(snapshot.span().startedAt()) + "</td><td>"
                + PageText.time(snapshot.span().lastMessageAt()) + "</td><td class=\"number\">" + session.found()
                + "</td></tr>\n";
    }
}
