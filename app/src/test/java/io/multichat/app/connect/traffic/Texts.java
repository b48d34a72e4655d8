package io.multichat.app.connect.traffic;

import io.multichat.events.Content;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Texts, ids and senders, some of which break careless programs. */
final class Texts {
    private static final List<String> WORDS = List.of(
            "hello",
            "the",
            "build",
            "is",
            "green",
            "again",
            "line one\nline two\r\n\"quoted\" \\ back",
            "👩‍👩‍👧‍👦 日本語 สวัสดี مرحبا",
            "'; DELETE FROM sessions; --",
            "\u0000\u0007\u001b[31mred\u001b[0m",
            "{\"event\":{",
            "../../etc/passwd");
    private static final List<String> SUFFIXES = List.of("", "", "", " 'é\"", "/../x", "\n", "👩‍👧");

    private final Random random;

    Texts(Random random) {
        this.random = random;
    }

    /** A suffix that makes an id unlike a number. */
    String idSuffix() {
        return SUFFIXES.get(random.nextInt(SUFFIXES.size()));
    }

    Sender sender() {
        return new Sender(
                "user " + random.nextInt(40),
                random.nextBoolean() ? Optional.empty() : Optional.of("Ada \"Å\" " + random.nextInt(40)),
                Sender.Role.values()[random.nextInt(Sender.Role.values().length)]);
    }

    /** A text of a few words; one in a thousand is very long. */
    Content content(EventType type) {
        if (type == EventType.REACTION_ADDED || type == EventType.REACTION_REMOVED) {
            return Content.of(
                    Optional.empty(), Optional.of("👍"), Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (type == EventType.MESSAGE_DELETED) {
            return Content.NONE;
        }
        int words = random.nextInt(1_000) == 0 ? 2_000 : random.nextInt(20);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        Optional<String> replyTo = random.nextInt(10) == 0 ? Optional.of("reply") : Optional.empty();
        return Content.of(Optional.of(text.toString()), Optional.empty(), replyTo, Optional.empty(), Optional.empty());
    }
}
