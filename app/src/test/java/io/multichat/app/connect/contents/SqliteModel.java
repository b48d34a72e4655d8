package io.multichat.app.connect.contents;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventIdentity;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.versions.Revision;
import io.multichat.sinks.core.SinkEntry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The expected contents of SQLite: messages with all their revisions, other events, boundaries, and the newest snapshots. */
final class SqliteModel implements StoreModel {
    private static final EventDecoder EVENTS = new EventDecoder();
    /** The text of a null value. */
    private static final Object NULL = null;

    private final Map<String, Message> messages = new HashMap<>();
    private final Map<String, SinkEntry.Transcript> others = new HashMap<>();
    private final NewestSnapshots sessions = new NewestSnapshots();
    private final Rows rows = new Rows();

    @Override
    public void add(SinkEntry.Transcript event) {
        ChatEvent chat = event.event();
        conversation(chat.conversation());
        if (!chat.type().isOfMessage()) {
            others.merge(HexFormat.of().formatHex(EventIdentity.of(chat, event.value())), event, SqliteModel::greater);
            event.placement()
                    .boundary()
                    .ifPresent(instant ->
                            rows.put("boundary " + chat.conversation().key() + " " + instant));
            return;
        }
        String name = chat.conversation().key() + " " + chat.messageId().orElseThrow();
        messages.computeIfAbsent(name, key -> new Message()).add(event);
        Revision revision = Revision.of(chat, event.value());
        if (!revision.isCreation()) {
            rows.put("revision " + name + " " + revision.rank() + " " + revision.at() + " " + Rows.hash(event.value()));
        }
    }

    @Override
    public void add(ConsumerRecord<byte[], byte[]> record, SessionSnapshot snapshot) {
        conversation(snapshot.conversation());
        sessions.add(snapshot, record.value());
    }

    @Override
    public Rows rows() {
        messages.forEach(this::message);
        others.forEach(this::other);
        sessions.forEach((snapshot, value) -> session(snapshot));
        return rows;
    }

    private void conversation(Conversation conversation) {
        rows.put(
                "conversation " + conversation.key(),
                SessionId.of(0, conversation.hash()).low(),
                conversation.platform(),
                conversation.channel(),
                conversation.thread().orElse(null));
    }

    private static SinkEntry.Transcript greater(SinkEntry.Transcript one, SinkEntry.Transcript other) {
        int byValue = Arrays.compareUnsigned(one.value(), other.value());
        if (byValue != 0) {
            return byValue > 0 ? one : other;
        }
        int byTime = Long.compare(one.placement().sentAt(), other.placement().sentAt());
        int byPlace = byTime != 0
                ? byTime
                : Long.compare(one.placement().order(), other.placement().order());
        return byPlace >= 0 ? one : other;
    }

    private void message(String name, Message message) {
        Content shown = EVENTS.decode(message.shown().value()).content();
        ChatEvent creation = message.creation() == null ? null : EVENTS.decode(message.creation());
        Sender sender = creation == null ? null : creation.sender().orElseThrow();
        boolean hidden = creation != null && !message.shown().isCreation();
        rows.add(
                "message " + name,
                message.sentAt(),
                message.order(),
                sender == null ? NULL : sender.id(),
                sender == null ? NULL : sender.name().orElse(null),
                sender == null ? NULL : sender.role().wireName(),
                message.shown().isDelete() ? NULL : text(shown, creation),
                creation == null ? NULL : creation.content().replyTo().orElse(null),
                message.editedAt(),
                message.deletedAt(),
                message.shown().value(),
                hidden ? message.creation() : NULL);
    }

    /** The text of an edit, or of the creation if the edit has none. */
    private static String text(Content shown, ChatEvent creation) {
        return shown.text()
                .or(() -> Optional.ofNullable(creation)
                        .flatMap(event -> event.content().text()))
                .orElse(null);
    }

    private void other(String identity, SinkEntry.Transcript event) {
        ChatEvent chat = event.event();
        rows.add(
                "event " + identity,
                chat.conversation().key(),
                chat.type().wireName(),
                event.placement().sentAt(),
                event.placement().order(),
                chat.messageId().orElse(null),
                chat.sender().map(Sender::id).orElse(null),
                chat.sender().flatMap(Sender::name).orElse(null),
                chat.sender().map(sender -> sender.role().wireName()).orElse(null),
                chat.content().emoji().orElse(null),
                event.value());
    }

    private void session(SessionSnapshot snapshot) {
        SessionStatus status = snapshot.status();
        SessionSnapshot.Counts counts = snapshot.counts();
        rows.add(
                "session " + snapshot.sessionId(),
                snapshot.conversation().key(),
                status.state().wireName(),
                status.mergedInto().map(SessionId::toString).orElse(null),
                snapshot.span().startedAt(),
                snapshot.span().lastMessageAt(),
                status.closedAt().isPresent() ? status.closedAt().getAsLong() : NULL,
                status.closedBy().map(SessionStatus.ClosedBy::wireName).orElse(null),
                counts.messages(),
                counts.edits(),
                counts.deletes(),
                counts.participants().count(),
                counts.participants().approximate() ? 1 : 0,
                counts.textBytes(),
                snapshot.version().generation(),
                snapshot.version().counter(),
                snapshot.gap().toMillis(),
                snapshot.firstMessageId(),
                snapshot.lastMessageId(),
                counts.roles().user(),
                counts.roles().assistant(),
                counts.roles().system(),
                counts.roles().tool(),
                counts.roles().bot());
    }
}
