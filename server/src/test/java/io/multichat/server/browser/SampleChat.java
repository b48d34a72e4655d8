package io.multichat.server.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import java.nio.file.Path;
import java.util.List;

/** The conversations that the browser tests read. */
final class SampleChat {
    /** When each conversation begins. */
    static final long START = 1_769_850_000_000L;

    /** One session with many messages, one a minute; their ids are {@code n0}, {@code n1} and so on. */
    static final Conversation LONG = Conversation.of("irc", "#long");

    static final int LONG_MESSAGES = 100_000;

    /** People and a bot, with everything that a message can have. */
    static final Conversation TEAM = Conversation.of("slack", "general");

    /** A thread of that channel, whose first message there has this id. */
    static final Conversation THREAD = Conversation.of("slack", "general", "m4");

    /** Scripts that are not Latin. */
    static final Conversation SCRIPTS = Conversation.of("matrix", "גינה");

    /** Messages and names that try to break the page. */
    static final Conversation HOSTILE = Conversation.of("irc", "#<b>hostile</b>");

    private static final long MINUTE = 60_000;

    private SampleChat() {}

    /** Fills a file. */
    static void fill(Path path) {
        try (SeededFile file = new SeededFile(path)) {
            TeamChat.fill(file);
            thread(file);
            say(
                    file,
                    SCRIPTS,
                    List.of("שלום לכולם", "مرحبا بالجميع 123", "おはようございます！", "👩‍👩‍👧‍👦🎉", "שלום `code` world"));
            hostile(file);
            many(file, LONG, LONG_MESSAGES);
        }
    }

    /** One session of a conversation, with this number of messages. */
    static SessionId many(SeededFile file, Conversation conversation, int messages) {
        for (int i = 0; i < messages; i++) {
            long at = START + i * MINUTE;
            file.event(SeededFile.message(conversation, "n" + i, "person" + i % 7, at, "message number " + i), at);
        }
        return file.session(
                conversation, new SessionSnapshot.Span(START, START + (messages - 1) * MINUTE), messages, true);
    }

    /** The id of the only session of a conversation. */
    static SessionId sessionOf(Conversation conversation) {
        return SessionId.of(START, conversation.hash());
    }

    private static void thread(SeededFile file) {
        say(file, THREAD, List.of("I can do it", "Thank you!"));
    }

    private static void hostile(SeededFile file) {
        say(
                file,
                HOSTILE,
                List.of(
                        "<script>window.broken = true</script><img src=x onerror='window.broken = true'>",
                        "javascript:window.broken=true http://\"onmouseover=alert(1) https://example.org/'><b>x",
                        "\u202Ereversed\u202C and \u2066isolated",
                        "\u001B[31mred\u001B[0m \u0007bell",
                        "x".repeat(900_000),
                        "a" + "\u0301".repeat(10_000) + " after the marks"));
        ObjectNode fake = SeededFile.message(HOSTILE, "fake", "evil", at(9), "I am a day line");
        fake.withObject("sender").put("name", "Ada\n\n──── Saturday, 31 January 2026 ────\u202E" + "w".repeat(300));
        file.event(fake, at(9));
    }

    /** One message a minute, from three senders, in one session. */
    private static void say(SeededFile file, Conversation conversation, List<String> texts) {
        List<String> senders = List.of("Ada", "עדה", "さくら");
        for (int i = 0; i < texts.size(); i++) {
            file.event(SeededFile.message(conversation, "m" + i, senders.get(i % 3), at(i), texts.get(i)), at(i));
        }
        file.session(conversation, new SessionSnapshot.Span(START, at(texts.size() - 1)), texts.size(), false);
    }

    /** The time of a minute since the start. */
    static long at(int minute) {
        return START + minute * MINUTE;
    }
}
