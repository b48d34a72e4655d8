package io.multichat.formats.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.formats.FileHead;
import java.util.Map;

/** Names the fields of messages in encrypted threads, which Messenger exports on their own, as other threads name them. */
final class EncryptedThread {
    /** Holds the name of the thread. */
    static final String NAME = "threadName";

    private static final Map<String, String> FIELDS = Map.of(
            "senderName", "sender_name",
            "timestamp", "timestamp_ms",
            "text", "content",
            "media", "files",
            "isUnsent", "is_unsent");

    private EncryptedThread() {}

    static boolean isThread(FileHead head) {
        return head.hasPaths("messages[].senderName", "messages[].timestamp", NAME);
    }

    /** The message with the names of other threads; the message itself if it is of another thread. */
    static JsonNode renamed(JsonNode message) {
        if (!message.has("senderName")) {
            return message;
        }
        ObjectNode renamed = JsonNodeFactory.instance.objectNode();
        message.properties()
                .forEach(field -> renamed.set(FIELDS.getOrDefault(field.getKey(), field.getKey()), field.getValue()));
        return renamed;
    }
}
