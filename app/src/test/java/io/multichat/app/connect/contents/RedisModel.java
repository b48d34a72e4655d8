package io.multichat.app.connect.contents;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.conformance.Erasures;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The expected contents of Redis: each message in its newest revision, and the newest snapshots. Of a conversation, it holds no message
 * up to the last time that was erased.
 */
final class RedisModel implements StoreModel {
    private final Erasures erasures;
    private final Map<Conversation, Map<String, Message>> messages = new HashMap<>();
    private final NewestSnapshots sessions = new NewestSnapshots();
    private final Set<String> conversations = new HashSet<>();

    RedisModel(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public void add(SinkEntry.Transcript event) {
        ChatEvent chat = event.event();
        if (chat.type().isOfMessage()) {
            messages.computeIfAbsent(chat.conversation(), key -> new HashMap<>())
                    .computeIfAbsent(chat.messageId().orElseThrow(), key -> new Message())
                    .add(event);
        }
        if (chat.type().isOfMessage() || chat.type().isCommand()) {
            conversations.add(chat.conversation().key());
        }
    }

    @Override
    public void add(ConsumerRecord<byte[], byte[]> record, SessionSnapshot snapshot) {
        sessions.add(snapshot, record.value());
        conversations.add(snapshot.conversation().key());
    }

    @Override
    public Rows rows() {
        Rows rows = new Rows();
        messages.forEach((conversation, known) -> {
            long erasedUntil = erasures.until(conversation);
            known.forEach((id, message) -> {
                if (message.sentAt() > erasedUntil) {
                    add(rows, conversation.key() + " " + id, message);
                }
            });
        });
        sessions.forEach((snapshot, value) -> {
            String name = snapshot.conversation().key() + " " + snapshot.sessionId();
            rows.add("session " + name, value);
            if (snapshot.status().isLive()) {
                rows.add("order " + name, snapshot.span().startedAt());
            }
        });
        conversations.forEach(conversation -> rows.add("conversation " + conversation));
        return rows;
    }

    private static void add(Rows rows, String name, Message message) {
        rows.add(
                "body " + name,
                message.shown().rank(),
                message.shown().at(),
                message.sentAt(),
                order(message),
                value(message));
        rows.add("message " + name, message.sentAt());
    }

    private static boolean hidesCreation(Message message) {
        return message.creation() != null && !message.shown().isCreation();
    }

    /** The order, followed by the length of the creation if another version hides it. */
    private static String order(Message message) {
        if (message.order() == null) {
            return "?";
        }
        return message.order() + (hidesCreation(message) ? ":" + message.creation().length : "");
    }

    /** The creation if another version hides it, then the version that shows. */
    private static byte[] value(Message message) {
        byte[] hidden = hidesCreation(message) ? message.creation() : new byte[0];
        byte[] shown = message.shown().value();
        byte[] value = Arrays.copyOf(hidden, hidden.length + shown.length);
        System.arraycopy(shown, 0, value, hidden.length, shown.length);
        return value;
    }
}
