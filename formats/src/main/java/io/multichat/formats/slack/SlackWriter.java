package io.multichat.formats.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.write.ExportContents;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.JsonFile;
import io.multichat.formats.write.MessageView;
import io.multichat.formats.write.SessionWriter;
import io.multichat.formats.write.ShownReactions;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the array of one day. What the import of Slack kept as attributes is written back as it was. */
final class SlackWriter implements SessionWriter {
    private final JsonFile file;
    private final ExportContents contents;
    private final MessageTimestamps timestamps = new MessageTimestamps();
    private boolean empty = true;

    SlackWriter(OutputStream output, ExportContents contents) throws IOException {
        this.file = new JsonFile(output);
        this.contents = contents;
        file.raw("[");
    }

    @Override
    public void session(ExportedSession session) {
        // Slack has no sessions.
    }

    @Override
    public void message(ExportedMessage exported) throws IOException {
        MessageView message = MessageView.of(exported);
        String ts = timestamps.of(message.id(), message.at());
        ObjectNode slack = JsonNodeFactory.instance.objectNode().put("type", "message");
        message.attributes().path("slack").properties().forEach(extra -> slack.set(extra.getKey(), extra.getValue()));
        sender(slack, message.sender());
        slack.put("text", message.text()).put("ts", ts);
        if (message.isDeleted()) {
            slack.put("subtype", "tombstone");
        } else if (message.editedAt().isPresent() && !slack.has("edited")) {
            slack.putObject("edited")
                    .put("user", message.sender().id())
                    .put("ts", MessageTimestamps.exact(message.editedAt().getAsLong()));
        }
        thread(slack, message, ts);
        reactions(slack, exported);
        write(slack);
    }

    @Override
    public void event(ExportedEvent exported) throws IOException {
        ChatEvent event = exported.event();
        boolean joined = event.type() == EventType.PARTICIPANT_JOINED;
        if (!joined && event.type() != EventType.PARTICIPANT_LEFT) {
            return;
        }
        Sender sender = event.sender().orElseThrow();
        ObjectNode slack = JsonNodeFactory.instance
                .objectNode()
                .put("type", "message")
                .put("subtype", joined ? "channel_join" : "channel_leave");
        event.content()
                .attributes()
                .ifPresent(attributes -> attributes
                        .path("slack")
                        .properties()
                        .forEach(extra -> slack.set(extra.getKey(), extra.getValue())));
        sender(slack, sender);
        slack.put("text", event.content().text().orElse("<@" + sender.id() + "> has " + (joined ? "joined" : "left")))
                .put("ts", timestamps.of(event.eventId().orElse(""), event.at()));
        write(slack);
    }

    @Override
    public void complete(FileCounts counts) throws IOException {
        file.raw(empty ? "]\n" : "\n]\n");
    }

    /** A bot that has no user is known by its {@code bot_id}. */
    private static void sender(ObjectNode slack, Sender sender) {
        if (!slack.path("bot_id").asText("").equals(sender.id())
                && !slack.path("comment").path("user").asText("").equals(sender.id())) {
            slack.put("user", sender.id());
        }
        boolean bot = sender.role() == Sender.Role.BOT || sender.role() == Sender.Role.ASSISTANT;
        if (bot && !slack.has("bot_id")) {
            slack.put("bot_id", sender.id());
        }
        if (bot && !slack.has("subtype") && !slack.has("username")) {
            sender.name().ifPresent(name -> slack.put("username", name));
        }
    }

    /** A reply names its root; a root with replies names itself and their number. */
    private void thread(ObjectNode slack, MessageView message, String ts) throws IOException {
        Conversation conversation = message.conversation();
        if (conversation.thread().isPresent()) {
            slack.put("thread_ts", conversation.thread().get());
            return;
        }
        long replies =
                contents.messages(Conversation.of(conversation.platform(), conversation.channel(), message.id()));
        if (replies > 0) {
            slack.put("thread_ts", ts).put("reply_count", replies);
        }
    }

    private static void reactions(ObjectNode slack, ExportedMessage exported) {
        ShownReactions.of(exported).forEach((emoji, senders) -> {
            ObjectNode reaction = slack.withArray("/reactions").addObject().put("name", emoji);
            senders.forEach(sender -> reaction.withArray("/users").add(sender.id()));
            reaction.put("count", senders.size());
        });
    }

    private void write(JsonNode message) throws IOException {
        file.raw(empty ? "\n" : ",\n");
        file.tree(message);
        empty = false;
    }
}
