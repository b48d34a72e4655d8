package io.multichat.formats.testing;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.versions.ShownMessage;
import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.ExportedEvent;
import io.multichat.formats.write.ExportedMessage;
import io.multichat.formats.write.ExportedSession;
import io.multichat.formats.write.FileCounts;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import io.multichat.formats.write.WriteOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a format writes. */
public final class Written {
    private static final EventEncoder ENCODER = new EventEncoder();

    private Written() {}

    /** Writes to a file. */
    @FunctionalInterface
    public interface Writing {
        void to(SessionWriter writer) throws IOException;
    }

    /** A file without options. */
    public static String of(ExportFormat format, Writing writing) throws IOException {
        return of(format, WriteOptions.DEFAULTS, writing);
    }

    /** A file. */
    public static String of(ExportFormat format, WriteOptions options, Writing writing) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        writing.to(format.open(
                output, new FileStart(options, Optional.of(new NoOtherContents()), "a/b", 1, Path.of("."))));
        return output.toString(StandardCharsets.UTF_8);
    }

    /** A file with one session of these messages. */
    public static String session(ExportFormat format, WriteOptions options, ChatEvent... messages) throws IOException {
        return of(format, options, writer -> {
            writer.session(new ExportedSession(snapshot(messages), messages.length, 1));
            for (ChatEvent message : messages) {
                writer.message(message(message));
            }
            writer.complete(new FileCounts(1, messages.length, 0));
        });
    }

    /** A text message, sent at a second. */
    public static ChatEvent text(Conversation conversation, String id, Sender sender, String text) {
        return ChatEvent.message(conversation, id, sender, Instant.ofEpochSecond(1_000_000_000L), text);
    }

    /** A message with reactions. */
    public static ExportedMessage message(ChatEvent event, ChatEvent... reactions) {
        return new ExportedMessage(
                new MessagePosition(event.at(), 0, event.messageId().orElseThrow()),
                new ShownMessage(ENCODER.encode(event), false),
                List.of(),
                Arrays.stream(reactions).map(Written::event).toList());
    }

    /** Another event. */
    public static ExportedEvent event(ChatEvent event) {
        return new ExportedEvent(event.at(), 0, ENCODER.encode(event));
    }

    /** A closed session. */
    public static SessionSnapshot snapshot(ChatEvent... messages) {
        ChatEvent first = messages[0];
        return new SessionSnapshot(
                SessionId.of(first.at(), first.conversation().hash()),
                first.conversation(),
                SessionStatus.closed(first.at() + 1, SessionStatus.ClosedBy.IDLE),
                new SessionSnapshot.Span(first.at(), messages[messages.length - 1].at()),
                new SessionSnapshot.Counts(messages.length, 0, 0, 0, new SessionSnapshot.Participants(1, false)),
                first.messageId().orElse("m"),
                first.messageId().orElse("m"),
                Duration.ofMinutes(30),
                new SessionSnapshot.Version(0, 1));
    }

    /** A sender with a name. */
    public static Sender named(String id, String name) {
        return new Sender(id, Optional.of(name), Sender.Role.USER);
    }
}
