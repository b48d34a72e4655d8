package io.multichat.formats.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Content;
import io.multichat.events.Sender;
import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.RefusedException;
import io.multichat.formats.text.CsvRows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Rows of {@code AuthorID, Author, Date, Content, Attachments, Reactions}, without ids of messages. */
final class CsvExport {
    private static final int AUTHOR_ID = 0;
    private static final int AUTHOR = 1;
    private static final int DATE = 2;
    private static final int CONTENT = 3;
    private static final int ATTACHMENTS = 4;
    private static final int REACTIONS = 5;

    private final ChatFile file;
    private final FoundEvents events;
    private final ExportDate dates;

    CsvExport(ChatFile file, FoundEvents events) {
        this.file = file;
        this.events = events;
        this.dates = new ExportDate(events);
    }

    static boolean recognizes(FileHead head) {
        return head.text()
                .replace("\"", "")
                .matches("(?s)AuthorID([,;\t])Author\\1Date\\1Content\\1Attachments\\1Reactions.*");
    }

    void read() throws IOException {
        try (CsvRows rows = new CsvRows(file.open())) {
            rows.next();
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                EventPlace place = EventPlace.line(row.get().line());
                Optional<List<String>> fields = row.get().fields();
                events.at(
                        place,
                        () -> pass(place, fields.orElseThrow(() -> new RefusedException("the row is too long"))));
            }
        }
    }

    private void pass(EventPlace place, List<String> row) {
        if (row.size() <= CONTENT) {
            throw new RefusedException("the row has " + row.size() + " fields instead of at least 4");
        }
        Sender sender = new Sender(row.get(AUTHOR_ID), Optional.of(row.get(AUTHOR)), Sender.Role.USER);
        events.message(
                place,
                new FoundMessage(
                        ExportName.conversation(file, events, ""),
                        Optional.empty(),
                        sender,
                        dates.millis(row.get(DATE)),
                        content(row)));
    }

    private static Content content(List<String> row) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (String url : field(row, ATTACHMENTS).split(",")) {
            if (!url.isBlank()) {
                parts.addObject().put("type", "attachment").put("url", url.strip());
            }
        }
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        String reactions = field(row, REACTIONS);
        if (!reactions.isEmpty()) {
            attributes.putObject(DiscordFormat.PLATFORM).put("reactions", reactions);
        }
        return Content.of(
                Optional.of(row.get(CONTENT)),
                Optional.empty(),
                Optional.empty(),
                parts.isEmpty() ? Optional.empty() : Optional.of(parts),
                attributes.isEmpty() ? Optional.empty() : Optional.of(attributes));
    }

    private static String field(List<String> row, int index) {
        return index < row.size() ? row.get(index) : "";
    }
}
