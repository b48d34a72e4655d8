package io.multichat.events;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Damages JSON as networks, programs and attackers do. The result is often still valid. */
public final class Damage {
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "\\u",
            "\\ud83d",
            "\\ud83d\\ude00",
            "\\n",
            "\\u00e9",
            "\\u20AC",
            "true",
            "1",
            "-0.5E+3",
            "{\"a\":1}",
            "\"type\":",
            ",\"x\":[1,{}]",
            "null",
            "1e400",
            "-",
            "\u0000",
            "\"text\":",
            "\"sender\":{",
            "\"parts\":[",
            "\"order\":99999999999999999999",
            "\"sentAt\":\"2026-02-30T00:00:00Z\"");

    private Damage() {}

    /** Cuts, flips, repeats or inserts bytes at random places. */
    public static byte[] to(byte[] value, Random random) {
        byte[] damaged = value;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int from = random.nextInt(damaged.length + 1);
            int to = from + random.nextInt(damaged.length + 1 - from);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(damaged, 0, from);
            switch (random.nextInt(4)) {
                case 0 -> bytes.write(random.nextInt(256));
                case 1 -> bytes.writeBytes(token(random));
                case 2 -> bytes.write(damaged, from, to - from);
                default -> to = Math.min(damaged.length, from + random.nextInt(3));
            }
            int rest = random.nextBoolean() ? from : to;
            bytes.write(damaged, rest, damaged.length - rest);
            damaged = bytes.toByteArray();
        }
        return damaged;
    }

    private static byte[] token(Random random) {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }
}
