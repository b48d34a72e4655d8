package io.multichat.formats.mattermost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.formats.write.ExportContents;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.JsonFile;
import io.multichat.formats.write.MessageThread;
import io.multichat.formats.write.SessionWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Writes posts. The sessions of a thread are written inside its root, unless the root is not exported or was deleted. */
final class BulkWriter implements SessionWriter {
    private final JsonFile file;
    private final ExportContents contents;
    private Conversation conversation;
    private boolean insideRoot;

    BulkWriter(OutputStream output, ExportContents contents) throws IOException {
        this.file = new JsonFile(output);
        this.contents = contents;
        file.raw("{\"type\":\"version\",\"version\":1}\n");
    }

    @Override
    public void session(ExportedSession session) throws IOException {
        conversation = session.snapshot().conversation();
        insideRoot = conversation.thread().isPresent()
                && contents.shows(
                        Conversation.of(conversation.platform(), conversation.channel()),
                        conversation.thread().get());
    }

    @Override
    public void message(ExportedMessage message) throws IOException {
        if (!insideRoot && !message.shown().deleted()) {
            post(PostFields.of(message), message.position().messageId());
        }
    }

    @Override
    public void event(ExportedEvent event) throws IOException {
        if (!insideRoot && PostFields.isPresence(event)) {
            post(PostFields.of(event), "");
        }
    }

    @Override
    public void complete(FileCounts counts) {
        // The lines have no end mark.
    }

    private void post(ObjectNode fields, String id) throws IOException {
        boolean direct = conversation.channel().indexOf('/') < 0;
        PostFields.addChannel(fields, conversation.channel());
        file.raw("{\"type\":\"" + (direct ? "direct_post" : "post") + "\",\"" + (direct ? "direct_post" : "post")
                + "\":");
        file.value(json -> {
            json.writeStartObject();
            for (var field : fields.properties()) {
                json.writeFieldName(field.getKey());
                json.writePOJO(field.getValue());
            }
            Optional<Conversation> thread = MessageThread.of(conversation, id);
            if (thread.isPresent() && contents.messages(thread.get()) > 0) {
                json.writeArrayFieldStart("replies");
                contents.read(thread.get(), new ReplyWriter(json));
                json.writeEndArray();
            }
            json.writeEndObject();
        });
        file.raw("}\n");
    }
}
