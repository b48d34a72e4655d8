package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventCodecPropertyTest {
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
            "null",
            "1e400",
            "-",
            "\u0000",
            "\"text\":",
            "\"sender\":{",
            "\"parts\":[",
            "\"order\":99999999999999999999",
            "\"sentAt\":\"2026-02-30T00:00:00Z\"");

    private final EventEncoder encoder = new EventEncoder();
    private final EventDecoder decoder = new EventDecoder();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsEncodedIsDecodedAsItWas(@ForAll("events") ChatEvent event) {
        assertThat(decoder.decode(encoder.encode(event))).isEqualTo(event);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anEncodedEventIsOneLine(@ForAll("events") ChatEvent event) {
        assertThat(encoder.encode(event)).doesNotContain('\n', '\r');
    }

    @Property
    void randomBytesAreDecodedOrRefused(@ForAll byte[] value) {
        assertDecodedOrRefused(value);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void damagedEventsAreDecodedOrRefused(@ForAll("events") ChatEvent event, @ForAll Random random) {
        byte[] value = encoder.encode(event);

        for (int i = 0; i < 20; i++) {
            assertDecodedOrRefused(damage(value, random));
        }
    }

    @Provide
    Arbitrary<ChatEvent> events() {
        return AnyEvent.events();
    }

    private void assertDecodedOrRefused(byte[] value) {
        try {
            assertThat(decoder.decode(value)).isNotNull();
        } catch (InvalidEventException refused) {
            assertThat(refused).message().isNotBlank().doesNotContain("\n");
        }
    }

    /** Cuts, flips, repeats or inserts something somewhere. */
    private static byte[] damage(byte[] value, Random random) {
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
