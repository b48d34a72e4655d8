package io.multichat.server.reply;

import com.fasterxml.jackson.core.JsonGenerator;
import io.multichat.events.Conversation;
import java.io.IOException;

/** Writes conversations as snapshots do. */
public final class ConversationJson {
    private ConversationJson() {}

    /** Writes {@code {"platform":…,"channel":…,"thread":…}}, without a thread for the channel itself. */
    public static void write(Conversation conversation, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("platform", conversation.platform());
        generator.writeStringField("channel", conversation.channel());
        if (conversation.thread().isPresent()) {
            generator.writeStringField("thread", conversation.thread().get());
        }
        generator.writeEndObject();
    }
}
