package io.multichat.formats.csv;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.events.text.Rfc3339;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.MessageView;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Writes a row for each message and event. */
final class CsvWriter implements SessionWriter {
    private static final String HEADER =
            "session,platform,channel,thread,type,id,sent_at,sender_id,sender_name,role,text,"
                    + "reply_to,edited_at,deleted_at,reactions,attachments";

    private final OutputStream output;
    private String session = "";

    CsvWriter(OutputStream output) throws IOException {
        this.output = output;
        output.write((HEADER + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void session(ExportedSession exported) {
        session = exported.snapshot().sessionId().toString();
    }

    @Override
    public void message(ExportedMessage message) throws IOException {
        MessageView view = MessageView.of(message);
        List<String> row = start(view.conversation(), "message.created", view.id(), view.at());
        addSender(row, Optional.of(view.sender()));
        row.add(view.text());
        row.add(view.replyTo().orElse(""));
        row.add(time(view.editedAt()));
        row.add(time(view.deletedAt()));
        row.add(reactions(message));
        row.add(attachments(view.parts()));
        output.write(CsvRow.of(row));
    }

    @Override
    public void event(ExportedEvent exported) throws IOException {
        ChatEvent event = exported.event();
        List<String> row = start(
                event.conversation(), event.type().wireName(), event.eventId().orElse(""), exported.at());
        addSender(row, event.sender());
        row.add(event.content().text().orElse(event.content().emoji().orElse("")));
        row.add(event.messageId().orElse(""));
        row.addAll(List.of("", "", "", ""));
        output.write(CsvRow.of(row));
    }

    @Override
    public void complete(FileCounts counts) {
        // A table has no end mark.
    }

    private List<String> start(Conversation conversation, String type, String id, long at) {
        return new ArrayList<>(List.of(
                session,
                conversation.platform(),
                conversation.channel(),
                conversation.thread().orElse(""),
                type,
                id,
                Rfc3339.format(at)));
    }

    private static void addSender(List<String> row, Optional<Sender> sender) {
        row.add(sender.map(Sender::id).orElse(""));
        row.add(sender.flatMap(Sender::name).orElse(""));
        row.add(sender.map(by -> by.role().wireName()).orElse(""));
    }

    private static String time(OptionalLong time) {
        return time.isPresent() ? Rfc3339.format(time.getAsLong()) : "";
    }

    private static String reactions(ExportedMessage message) {
        return message.standing().entrySet().stream()
                .map(reaction -> reaction.getKey() + " " + reaction.getValue().size())
                .collect(Collectors.joining("; "));
    }

    private static String attachments(JsonNode parts) {
        List<String> names = new ArrayList<>();
        for (JsonNode part : parts) {
            if (part.path("type").asText("").equals("attachment")) {
                names.add(part.path("url")
                        .asText(part.path("name").asText(part.path("path").asText(""))));
            }
        }
        return String.join(" ", names);
    }
}
