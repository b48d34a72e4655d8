package io.multichat.formats.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.formats.write.ExportContents;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.JsonFile;
import io.multichat.formats.write.MessageThread;
import io.multichat.formats.write.MessageView;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Writes the array of one day. */
final class SlackWriter implements SessionWriter {
    private final JsonFile file;
    private final ExportContents contents;
    private final MessageTimestamps timestamps;
    private boolean empty = true;

    SlackWriter(OutputStream output, ExportContents contents) throws IOException {
        this.file = new JsonFile(output);
        this.contents = contents;
        this.timestamps = new MessageTimestamps(contents);
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
        ObjectNode slack = SlackFields.of(message).put("ts", ts);
        thread(slack, message, ts);
        reactions(slack, exported);
        write(slack);
    }

    @Override
    public void event(ExportedEvent exported) throws IOException {
        ChatEvent event = exported.event();
        if (event.type() == EventType.PARTICIPANT_JOINED || event.type() == EventType.PARTICIPANT_LEFT) {
            write(SlackFields.of(event)
                    .put("ts", timestamps.ofEvent(event.eventId().orElse(""), event.at())));
        }
    }

    @Override
    public void complete(FileCounts counts) throws IOException {
        file.raw(empty ? "]\n" : "\n]\n");
    }

    /** A reply names its root; a root with replies names itself and their number. */
    private void thread(ObjectNode slack, MessageView message, String ts) throws IOException {
        Conversation conversation = message.conversation();
        if (conversation.thread().isPresent()) {
            Conversation channel = Conversation.of(conversation.platform(), conversation.channel());
            slack.put(
                    "thread_ts",
                    timestamps.ofRoot(channel, conversation.thread().get()));
            return;
        }
        Optional<Conversation> below = MessageThread.of(conversation, message.id());
        long replies = below.isPresent() ? contents.messages(below.get()) : 0;
        if (replies > 0) {
            slack.put("thread_ts", ts).put("reply_count", replies);
        }
    }

    private static void reactions(ObjectNode slack, ExportedMessage exported) {
        exported.standing().forEach((emoji, senders) -> {
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
