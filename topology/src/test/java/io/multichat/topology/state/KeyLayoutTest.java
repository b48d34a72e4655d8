package io.multichat.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.Sender;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.events.SessionStatus;
import io.multichat.events.hash.ConversationHash;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateKind;
import io.multichat.topology.testing.MemoryStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Store keys keep conversations apart, whatever their names and hashes. */
class KeyLayoutTest {
    private static final String CHANNEL = "irc/java";
    private static final List<String> NEIGHBOURS =
            List.of("irc/jav", "irc/java/1", "irc/java2", "irc/java%00", "irc/java~");

    private final Keyspace past = MemoryStore.keyspace(StateKind.PAST_SESSION);
    private final Keyspace records = MemoryStore.keyspace(StateKind.CONVERSATION);

    @Test
    void aSearchFindsOnlySessionsOfItsConversation() {
        PastSessionStore sessions = new PastSessionStore(past);
        NEIGHBOURS.forEach(each ->
                List.of(0L, 50L, ChatEvent.MAX_TIME).forEach(start -> sessions.put(keyOf(each), session(each, start))));
        ConversationKey channel = keyOf(CHANNEL);

        assertThat(sessions.around(channel, ChatEvent.MAX_TIME).startingUpTo()).isEmpty();
        assertThat(sessions.around(channel, 0).startingAfter()).isEmpty();
        sessions.put(channel, session(CHANNEL, 60));

        assertThat(sessions.around(channel, 59).startingUpTo()).isEmpty();
        assertThat(sessions.around(channel, 60).startingUpTo()).contains(session(CHANNEL, 60));
        assertThat(sessions.around(channel, ChatEvent.MAX_TIME).startingUpTo()).contains(session(CHANNEL, 60));
        assertThat(sessions.around(channel, 59).startingAfter()).contains(session(CHANNEL, 60));
        assertThat(sessions.around(channel, 60).startingAfter()).isEmpty();
    }

    @Test
    void sessionsAreFoundByNumericTimeAndNotByDigits() {
        PastSessionStore sessions = new PastSessionStore(past);
        ConversationKey channel = keyOf(CHANNEL);
        List.of(0L, 127L, 128L, 255L, 256L, 1L << 40).forEach(start -> sessions.put(channel, session(CHANNEL, start)));

        assertThat(sessions.around(channel, 200).startingUpTo().map(Session::startedAt))
                .contains(128L);
        assertThat(sessions.around(channel, 200).startingAfter().map(Session::startedAt))
                .contains(255L);
        assertThat(sessions.around(channel, (1L << 40) - 1).startingUpTo().map(Session::startedAt))
                .contains(256L);
    }

    @Test
    void aRemovedSessionIsNoLongerFound() {
        PastSessionStore sessions = new PastSessionStore(past);
        ConversationKey channel = keyOf(CHANNEL);
        sessions.put(channel, session(CHANNEL, 5));

        sessions.remove(channel, session(CHANNEL, 5));

        assertThat(sessions.around(channel, 9).startingUpTo()).isEmpty();
    }

    @Test
    void aHashFindsItsConversationAndNoOther() {
        ConversationHash hash = new ConversationHash(5, 7);
        put(hash, "~~~/~");
        put(new ConversationHash(5, 6), "irc/before");
        put(new ConversationHash(5, 8), "irc/behind");

        assertThat(new ConversationStore(records).withHash(hash))
                .map(ConversationKey::text)
                .contains("~~~/~");
        assertThat(new ConversationStore(records).withHash(new ConversationHash(6, 7)))
                .isEmpty();
    }

    @Test
    void theHighestHashIsSearchedToItsEnd() {
        ConversationHash highest = new SessionId(-1, -1).conversationHash();
        put(highest, CHANNEL);

        assertThat(new ConversationStore(records).withHash(highest)).contains(keyOf(CHANNEL));
        assertThat(new ConversationStore(records).withHash(new ConversationHash(0, 0)))
                .isEmpty();
    }

    @Test
    void aConversationIsStoredUnderItsKey() {
        ConversationStore conversations = new ConversationStore(records);
        ConversationState state =
                ConversationState.EMPTY.with(session(CHANNEL, 5)).arrived(7);
        new Conversations(records, MemoryStore.commits()).put(keyOf(CHANNEL), state);

        assertThat(conversations.get(keyOf(CHANNEL))).isEqualTo(state);
        assertThat(NEIGHBOURS)
                .allSatisfy(each -> assertThat(conversations.get(keyOf(each))).isEqualTo(ConversationState.EMPTY));
    }

    @ParameterizedTest
    @CsvSource({"irc, #java,", "discord, 12/3, 45%2F6", "\u00e9, \ud83d\ude00, ' '"})
    void aStoredKeyGivesTheConversationItWasMadeFrom(String platform, String channel, String thread) {
        Conversation made = Conversation.of(platform, channel, thread);

        ConversationKey stored =
                ConversationKey.of(ConversationKey.of(made, made.hash()).bytes());

        assertThat(stored.conversation()).usingRecursiveComparison().isEqualTo(made);
        assertThat(stored.hash()).isEqualTo(made.hash());
    }

    private void put(ConversationHash hash, String key) {
        records.put(
                ConversationKey.of(Conversation.ofKey(key), hash).bytes(),
                ConversationCodec.encode(ConversationState.EMPTY));
    }

    private static ConversationKey keyOf(String key) {
        Conversation conversation = Conversation.ofKey(key);
        return ConversationKey.of(conversation, conversation.hash());
    }

    private static Session session(String conversation, long at) {
        MessagePosition only = new MessagePosition(at, 1, "m1");
        SessionCounts counts = SessionCounts.NOTHING.withMessage(0, Sender.Role.USER, new Participants(1, false));
        return new Session(
                SessionId.of(at, ConversationHash.of(conversation)),
                only,
                only,
                counts,
                SessionStatus.OPEN,
                Announced.NOTHING);
    }
}
