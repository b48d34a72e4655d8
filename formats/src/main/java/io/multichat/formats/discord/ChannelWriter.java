package io.multichat.formats.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.hash.Sha256;
import io.multichat.events.text.Rfc3339;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.JsonFile;
import io.multichat.formats.write.MessageView;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the file of a channel or a thread. The number of messages comes last, so that a truncated file is recognized. */
final class ChannelWriter implements SessionWriter {
    private final JsonFile file;
    private long messages;
    private boolean started;

    ChannelWriter(OutputStream output) {
        this.file = new JsonFile(output);
    }

    @Override
    public void session(ExportedSession session) throws IOException {
        if (started) {
            return;
        }
        started = true;
        Conversation conversation = session.snapshot().conversation();
        ObjectNode guild = JsonNodeFactory.instance
                .objectNode()
                .put("id", "0")
                .put("name", conversation.platform())
                .put("iconUrl", "");
        file.raw("{\n\"guild\": ");
        file.tree(guild);
        file.raw(",\n\"channel\": ");
        file.tree(channel(conversation));
        file.raw(",\n\"dateRange\": {\"after\": null, \"before\": null},\n\"messages\": [");
    }

    @Override
    public void message(ExportedMessage exported) throws IOException {
        MessageView message = MessageView.of(exported);
        if (!message.isDeleted()) {
            write(new DiscordMessage(message).toJson(exported));
        }
    }

    /** Joins and leaves; the format has no place for other events. */
    @Override
    public void event(ExportedEvent exported) throws IOException {
        ChatEvent event = exported.event();
        boolean joined = event.type() == EventType.PARTICIPANT_JOINED;
        if (!joined && event.type() != EventType.PARTICIPANT_LEFT) {
            return;
        }
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("id", event.eventId().orElseGet(() -> derivedId(exported)))
                .put("type", joined ? DiscordMessages.JOIN : DiscordMessages.LEAVE)
                .put("timestamp", Rfc3339.format(event.at()))
                .putNull("timestampEdited")
                .put("isPinned", false)
                .put("content", event.content().text().orElse(joined ? "Joined the server." : "Left the server."));
        message.set("author", DiscordMessage.user(event.sender().orElseThrow(), ""));
        write(message);
    }

    @Override
    public void complete(FileCounts counts) throws IOException {
        file.raw("\n],\n\"messageCount\": " + messages + "\n}\n");
    }

    /** A number of 60 bits, as ids of Discord are numbers. */
    private static String derivedId(ExportedEvent event) {
        return Long.toString(Long.parseLong(Sha256.ofBytes(event.value()).substring(0, 15), 16));
    }

    private static ObjectNode channel(Conversation conversation) {
        ObjectNode channel = JsonNodeFactory.instance.objectNode();
        if (conversation.thread().isPresent()) {
            return channel.put("id", conversation.thread().get())
                    .put("type", "GuildPublicThread")
                    .put("categoryId", conversation.channel())
                    .put("category", conversation.channel())
                    .put("name", conversation.thread().get())
                    .putNull("topic");
        }
        return channel.put("id", conversation.channel())
                .put("type", "GuildTextChat")
                .putNull("categoryId")
                .putNull("category")
                .put("name", conversation.channel())
                .putNull("topic");
    }

    private void write(ObjectNode message) throws IOException {
        file.raw(messages == 0 ? "\n" : ",\n");
        file.tree(message);
        messages++;
    }
}
