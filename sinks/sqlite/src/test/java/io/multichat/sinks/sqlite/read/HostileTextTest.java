package io.multichat.sinks.sqlite.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.codec.EventEncoder;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.sinks.core.testing.SinkRecords;
import io.multichat.sinks.sqlite.testing.Chat;
import io.multichat.sinks.sqlite.testing.RunningTask;
import io.multichat.sinks.sqlite.testing.Snapshots;
import io.multichat.sinks.sqlite.testing.StoreFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HostileTextTest {
    private static final PageRequest ALL = new PageRequest(Optional.empty(), 10, PageRequest.Direction.FORWARD);

    @Property(tries = 200)
    void everyTextAndIdIsReadAsItWasWritten(
            @ForAll @From("texts") String id, @ForAll @From("texts") String channel, @ForAll @From("texts") String text)
            throws SQLException {
        ChatEvent event = event(Conversation.of("slack", "c" + channel), "m" + id, text);
        try (StoreFile file = new StoreFile();
                RunningTask task = RunningTask.on(file.path());
                SqliteSessionReader reader = new SqliteSessionReader(file.path())) {
            task.put(SinkRecords.transcript(Chat.at(0), event, SinkRecords.placed(5, 0)));

            MessagePage page =
                    reader.messages(session(event.conversation()), ALL).orElseThrow();

            assertThat(task.context.reported).isEmpty();
            assertThat(page.messages().get(0).event()).isEqualTo(new EventEncoder().encode(event));
            assertThat(page.messages().get(0).position().messageId()).isEqualTo("m" + id);
            assertThat(columns(file)).containsExactly("m" + id, "s" + id, text, text, "c" + channel);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nasty = Arbitraries.of(
                "", "'; DROP TABLE messages; --", "\"", "\u0000", "a\u0000b", "\r\n", "%_*?", "\uD83D\uDE00", "\uFEFF");
        Arbitrary<String> any = Arbitraries.strings()
                .ofMaxLength(30)
                .map(text -> text.codePoints()
                        .filter(point -> !Character.isSurrogate((char) point) || point > 0xFFFF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        return Arbitraries.oneOf(nasty, any);
    }

    private static ChatEvent event(Conversation conversation, String messageId, String text) {
        return new ChatEvent(
                EventType.MESSAGE_CREATED,
                conversation,
                Optional.of(messageId),
                Optional.of(new Sender("s" + messageId.substring(1), Optional.of(text), Sender.Role.TOOL)),
                5,
                OptionalLong.empty(),
                Optional.empty(),
                Content.ofText(text));
    }

    private static SessionSnapshot session(Conversation conversation) {
        SessionSnapshot general = Snapshots.open(5, 5, 1);
        return new SessionSnapshot(
                general.sessionId(),
                conversation,
                general.status(),
                general.span(),
                general.counts(),
                "m",
                "m",
                general.gap(),
                general.version());
    }

    private static List<String> columns(StoreFile file) throws SQLException {
        try (Connection connection = file.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT message_id, sender_id, sender_name, text, channel"
                        + " FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id")) {
            return List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
        }
    }
}
