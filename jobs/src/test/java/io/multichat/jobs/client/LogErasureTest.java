package io.multichat.jobs.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Content;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ParticipantHash;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LogErasureTest {
    private static final Conversation HERE = Conversation.of("irc", "#birds");
    private static final ChatEvent ADA_ERASED =
            command(EventType.PARTICIPANT_ERASED, 2_000, ErasureCommand.ofParticipant(ParticipantHash.of(HERE, "ada")));

    @Test
    void theStoresHoldTheRemaindersOfWhatAnErasedPersonWrote() {
        ChatEvent message = event(EventType.MESSAGE_CREATED, "m1", "ada", 1_000);
        ChatEvent edit = event(EventType.MESSAGE_EDITED, "m1", "bob", 9_000);
        ChatEvent other = event(EventType.MESSAGE_CREATED, "m2", "bob", 1_000);
        ChatEvent reaction = event(EventType.REACTION_ADDED, "m2", "ada", 1_500);
        LogErasure erasure = new LogErasure();
        erasure.learn(bytes(ADA_ERASED), placed(ADA_ERASED, 2_000));
        erasure.learn(bytes(message), placed(message, 1_000));

        assertThat(erasure.rest(bytes(message), placed(message, 1_000))).contains(ErasedEvent.of(message));
        assertThat(erasure.rest(bytes(edit), placed(edit, 1_000)))
                .as("an edit that someone else made of it")
                .contains(ErasedEvent.of(edit));
        assertThat(erasure.rest(bytes(other), placed(other, 1_000))).contains(bytes(other));
        assertThat(erasure.rest(bytes(reaction), placed(reaction, 1_500))).isEmpty();
        assertThat(erasure.rest(bytes(ADA_ERASED), placed(ADA_ERASED, 2_000))).contains(bytes(ADA_ERASED));
    }

    @Test
    void nothingIsLeftInAnInputTopicOfADeletedSession() {
        ChatEvent before = event(EventType.MESSAGE_CREATED, "m0", "ada", 900);
        ChatEvent message = event(EventType.MESSAGE_CREATED, "m1", "ada", 1_000);
        ChatEvent edit = event(EventType.MESSAGE_EDITED, "m1", "ada", 9_000);
        ChatEvent editOfAnother = event(EventType.MESSAGE_EDITED, "m0", "ada", 1_500);
        LogErasure erasure = deletedSession();

        assertThat(erasure.restOfInput(bytes(before))).contains(bytes(before));
        assertThat(erasure.restOfInput(bytes(message))).isEmpty();
        assertThat(erasure.restOfInput(bytes(edit))).isEmpty();
        assertThat(erasure.restOfInput(bytes(editOfAnother))).contains(bytes(editOfAnother));
        assertThat(erasure.restOfInput(new byte[] {'?'})).contains(new byte[] {'?'});
    }

    @Test
    void editsOfAMessageWhoseCreationHasExpiredAreErasedWithIt() {
        ChatEvent message = event(EventType.MESSAGE_CREATED, "m1", "ada", 1_000);
        ChatEvent edit = event(EventType.MESSAGE_EDITED, "m1", "bob", 9_000);
        LogErasure erasure = new LogErasure();
        erasure.learn(ErasedEvent.of(message), placed(message, 1_000));
        erasure.learn(bytes(ADA_ERASED), placed(ADA_ERASED, 2_000));

        assertThat(erasure.rest(bytes(edit), placed(edit, 1_000))).contains(ErasedEvent.of(edit));
        assertThat(erasure.restOfInput(bytes(edit))).contains(ErasedEvent.of(edit));
    }

    @Test
    void aMessageThatOnlyLooksErasedKeepsItsEdits() {
        ChatEvent message = event(EventType.MESSAGE_CREATED, "m1", "ada", 3_000);
        ChatEvent edit = event(EventType.MESSAGE_EDITED, "m1", "bob", 9_000);
        LogErasure erasure = new LogErasure();
        erasure.learn(ErasedEvent.of(message), placed(message, 3_000));
        erasure.learn(bytes(ADA_ERASED), placed(ADA_ERASED, 2_000));

        assertThat(erasure.rest(bytes(edit), placed(edit, 3_000)))
                .as("nobody was erased at that time")
                .contains(bytes(edit));
        assertThat(erasure.restOfInput(bytes(edit))).contains(bytes(edit));
    }

    @Test
    void anAcceptedEditTellsThatItsMessageIsGone() {
        ChatEvent edit = event(EventType.MESSAGE_EDITED, "m1", "ada", 9_000);
        LogErasure erasure = deletedSession();

        assertThat(erasure.rest(bytes(edit), placed(edit, 1_500))).isEmpty();
        assertThat(erasure.restOfInput(bytes(edit))).isEmpty();
    }

    /** The session from 1,000 to 2,000 is deleted. */
    private static LogErasure deletedSession() {
        ChatEvent command =
                command(EventType.SESSION_DELETED, 3_000, ErasureCommand.ofSession(SessionId.of(1_000, HERE.hash())));
        LogErasure erasure = new LogErasure();
        erasure.learn(
                bytes(command),
                new Placement(Optional.empty(), 1_000, 0, EventType.SESSION_DELETED, OptionalLong.of(2_000)));
        return erasure;
    }

    private static ChatEvent command(EventType type, long at, ErasureCommand command) {
        return new ChatEvent(
                type,
                HERE,
                Optional.empty(),
                Optional.empty(),
                at,
                OptionalLong.empty(),
                Optional.empty(),
                command.content(Map.of()));
    }

    private static ChatEvent event(EventType type, String messageId, String sender, long at) {
        return new ChatEvent(
                type,
                HERE,
                Optional.of(messageId),
                Optional.of(Sender.user(sender)),
                at,
                OptionalLong.empty(),
                Optional.empty(),
                Content.ofText("hello"));
    }

    private static Placement placed(ChatEvent event, long sentAt) {
        return new Placement(Optional.empty(), sentAt, 0, event.type());
    }

    private static byte[] bytes(ChatEvent event) {
        return new EventEncoder().encode(event);
    }
}
