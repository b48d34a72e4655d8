package io.multichat.events;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Texts of any Unicode, with those that have broken chat programs more often than chance would have them. */
final class AnyText {
    private static final String[] NASTY = {
        "",
        "\u0000",
        "\"; DROP TABLE messages; --",
        "../../etc/passwd",
        "%2F",
        "a/b",
        "line\nbreak\r\n",
        "\u2028\u2029",
        "\uFEFF",
        "\uFFFF",
        "\u202Egnirts",
        "é|e\u0301",
        "👩‍👩‍👧‍👦",
        "\\ud83d",
        "${jndi:ldap://x}",
        "{\"platform\":\"x\"}",
        "ﷺ".repeat(20)
    };

    private AnyText() {}

    /** Any text without half surrogate pairs. */
    static Arbitrary<String> upTo(int codePoints) {
        Arbitrary<String> random = codePoints()
                .list()
                .ofMaxSize(codePoints)
                .map(list -> list.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        Arbitrary<String> nasty = Arbitraries.of(NASTY).filter(text -> text.length() <= codePoints);
        return Arbitraries.frequencyOf(Tuple.of(3, random), Tuple.of(1, nasty));
    }

    /** The same, never empty. */
    static Arbitrary<String> notEmpty(int codePoints) {
        return upTo(codePoints).filter(text -> !text.isEmpty());
    }

    /** Conversations, with a thread and without. */
    static Arbitrary<Conversation> conversations() {
        return Combinators.combine(notEmpty(12), notEmpty(12), notEmpty(12).optional())
                .as((platform, channel, thread) -> Conversation.of(platform, channel, thread.orElse(null)));
    }

    private static Arbitrary<Integer> codePoints() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(0, 0x7F)),
                        Tuple.of(1, Arbitraries.integers().between(0x80, 0xFFFF)),
                        Tuple.of(1, Arbitraries.integers().between(0x10000, Character.MAX_CODE_POINT)))
                .filter(codePoint -> codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
