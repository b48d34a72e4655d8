package io.multichat.formats.markdown;

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
import java.util.stream.Collectors;

/** Writes transcripts. Times are UTC. */
final class MarkdownWriter implements SessionWriter {
    private final OutputStream output;

    MarkdownWriter(OutputStream output) {
        this.output = output;
    }

    @Override
    public void session(ExportedSession session) throws IOException {
        Conversation conversation = session.snapshot().conversation();
        String thread = conversation.thread().map(name -> " / " + name).orElse("");
        write("# " + MarkdownText.line(conversation.platform() + " " + conversation.channel() + thread) + "\n\n"
                + "Session " + session.snapshot().sessionId() + ", "
                + Rfc3339.format(session.snapshot().span().startedAt()) + " to "
                + Rfc3339.format(session.snapshot().span().lastMessageAt()) + ", "
                + session.snapshot().counts().messages() + " messages, "
                + session.snapshot().status().state().wireName()
                + (session.part() > 1 ? ", part " + session.part() : "") + "\n\n");
        if (session.isIncomplete()) {
            write("**Incomplete: " + session.found() + " of these messages were found.**\n\n");
        }
    }

    @Override
    public void message(ExportedMessage exported) throws IOException {
        MessageView message = MessageView.of(exported);
        StringBuilder text =
                new StringBuilder("**" + MarkdownText.line(message.author()) + "** · " + Rfc3339.format(message.at()));
        message.replyTo().ifPresent(id -> text.append(" · reply to ").append(MarkdownText.line(id)));
        if (message.isDeleted()) {
            text.append(" · deleted ").append(Rfc3339.format(message.deletedAt().orElseThrow()));
        } else if (message.isErased()) {
            text.append(" · erased");
        } else if (message.editedAt().isPresent()) {
            text.append(" · edited ").append(Rfc3339.format(message.editedAt().getAsLong()));
        }
        text.append("\n\n");
        if (!message.text().isEmpty()) {
            text.append(MarkdownText.quotation(message.text())).append('\n');
        }
        for (JsonNode part : message.parts()) {
            text.append(part(part));
        }
        exported.standing()
                .forEach((emoji, senders) -> text.append(MarkdownText.line(emoji))
                        .append(" ")
                        .append(senders.stream()
                                .map(sender -> MarkdownText.line(name(sender)))
                                .collect(Collectors.joining(", ")))
                        .append("\n\n"));
        write(text.toString());
    }

    @Override
    public void event(ExportedEvent exported) throws IOException {
        ChatEvent event = exported.event();
        String sender = event.sender().map(MarkdownWriter::name).orElse("");
        String detail = event.content().emoji().or(() -> event.content().text()).orElse("");
        write("*"
                + MarkdownText.line(event.type().wireName() + " " + sender + " " + detail)
                        .strip() + "* · " + Rfc3339.format(exported.at()) + "\n\n");
    }

    @Override
    public void complete(FileCounts counts) throws IOException {
        write("---\n\n" + counts.messages() + " messages of " + counts.sessions() + " sessions\n");
    }

    private static String part(JsonNode part) {
        String name = part.path("name")
                .asText(part.path("path").asText(part.path("url").asText("")));
        return MarkdownText.line(part.path("type").asText("part") + ": " + name) + "\n\n";
    }

    private static String name(Sender sender) {
        return sender.name().orElse(sender.id());
    }

    private void write(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
