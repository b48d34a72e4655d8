package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.codec.EventDecoder;
import io.multichat.events.codec.EventEncoder;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventCodecPropertyTest {
    private final EventEncoder encoder = new EventEncoder();
    private final EventDecoder decoder = new EventDecoder();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void decodingReversesEncoding(@ForAll("events") ChatEvent event) {
        assertThat(decoder.decode(encoder.encode(event))).isEqualTo(event);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anAcceptedEventIsDecodedToTheSame(@ForAll("events") ChatEvent event) {
        byte[] value = encoder.encode(event);

        assertThat(decoder.decodeAccepted(value, event.conversation())).isEqualTo(decoder.decode(value));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anEventThatOnlyClaimsToBeAcceptedIsDecodedOrRefused(@ForAll("events") ChatEvent event, @ForAll Random random) {
        byte[] value = Damage.to(encoder.encode(event), random);

        try {
            ChatEvent decoded = decoder.decodeAccepted(value, event.conversation());
            assertThat(decoded.conversation()).isEqualTo(event.conversation());
        } catch (InvalidEventException refused) {
            assertThat(refused).message().isNotBlank();
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anEncodedEventIsOneLine(@ForAll("events") ChatEvent event) {
        assertThat(encoder.encode(event)).doesNotContain('\n', '\r');
    }

    @Property
    void randomBytesAreRefusedOrDecodedToAnEventThatCanBeEncoded(@ForAll byte[] value) {
        assertDecodedOrRefused(value);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void damagedEventsAreRefusedOrDecodedToAnEventThatCanBeEncoded(
            @ForAll("events") ChatEvent event, @ForAll Random random) {
        byte[] value = encoder.encode(event);

        for (int i = 0; i < 20; i++) {
            assertDecodedOrRefused(Damage.to(value, random));
        }
    }

    @Provide
    Arbitrary<ChatEvent> events() {
        return AnyEvent.events();
    }

    private void assertDecodedOrRefused(byte[] value) {
        try {
            ChatEvent event = decoder.decode(value);
            assertThat(decoder.decode(encoder.encode(event))).isEqualTo(event);
        } catch (InvalidEventException refused) {
            assertThat(refused).message().isNotBlank().doesNotContain("\n");
        }
    }
}
