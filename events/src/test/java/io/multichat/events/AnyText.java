package io.multichat.events;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Unicode texts. Those that have broken chat programs are more frequent than chance would make them. */
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

    /** Any text without unpaired surrogates. */
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

    /** Any non-empty text without unpaired surrogates. */
    static Arbitrary<String> notEmpty(int codePoints) {
        return upTo(codePoints).filter(text -> !text.isEmpty());
    }

    /** Conversations with and without a thread. */
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
