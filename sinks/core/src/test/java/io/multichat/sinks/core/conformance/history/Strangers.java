package io.multichat.sinks.core.conformance.history;

import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import java.util.List;
import java.util.Optional;

/** Names and texts of untrusted publishers: few of each, so that they collide. The first of each is harmless. */
public final class Strangers {
    /** The last has the same murmur2 and CRC-32C as the first; in the first version it had the same session ids, too. */
    public static final List<Conversation> CONVERSATIONS = List.of(
            Conversation.of("slack", "payroll"),
            Conversation.of("irc", "#a/{b}:'\"\n"),
            Conversation.of("matrix", "🧵", "../../thread"),
            Conversation.of("slack", "g".repeat(500)),
            Conversation.of("slack", "party-xBgTpdaaIiIIOmlOhhhh"));

    /** Message ids whose order as UTF-8 differs from the order of Java strings, of numbers and of words. */
    static final List<String> MESSAGE_IDS = List.of(
            "m",
            "M",
            "10",
            "9",
            "it's \"q\" -- ",
            "a\nb|c\r",
            "../../x",
            "é".repeat(256),
            "🧵",
            "～",
            "nul\u0000in",
            "nul");

    static final List<String> TEXTS = List.of(
            "hello",
            "",
            "it's \"quoted\"\r\n\tand broken",
            "nul\u0000in",
            "\u2028 🧵 <script> 'x'); DROP TABLE messages; --",
            "x".repeat(700));

    static final List<Sender> SENDERS = List.of(
            Sender.user("ada"),
            new Sender("bob'\u0000\"", Optional.of("Bob\n"), Sender.Role.ASSISTANT),
            new Sender("🧵", Optional.empty(), Sender.Role.TOOL));

    private Strangers() {}

    /** The conversation of a record. Participants are erased in some of the conversations only. */
    static Conversation conversation(Utterance next) {
        boolean elsewhere =
                next.recordType() == Utterance.RecordType.ERASE_PARTICIPANT && !mayBeErasedIn(next.conversation());
        return CONVERSATIONS.get(elsewhere ? 0 : Math.floorMod(next.conversation(), CONVERSATIONS.size()));
    }

    /** True if participants may be erased in the conversation that a number selects. */
    static boolean mayBeErasedIn(int conversation) {
        return Math.floorMod(conversation, CONVERSATIONS.size()) % 2 == 0;
    }

    /** The element that any number selects. */
    static <T> T pick(List<T> pool, int number) {
        return pool.get(Math.floorMod(number, pool.size()));
    }
}
