package io.multichat.jobs.erase.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.codec.ErasedEvent;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.reading.audit.AuditSink;
import io.multichat.reading.audit.StoreAudit;
import io.multichat.reading.erase.EntryCounts;
import io.multichat.sinks.core.testing.CanaryRecords;
import io.multichat.sinks.core.testing.HoldRecords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoveredEventsTest {
    private static final EventDecoder DECODER = new EventDecoder();
    private static final long LATER = CanaryRecords.NOON + 60_000;
    private static final ErasureMarker PERSON =
            ErasureMarker.ofParticipant(ParticipantHash.of(CanaryRecords.HERE, "canarybird-id"), LATER);

    /** A store that holds some events, in any order, and does not know the times of messages for their edits. */
    private record Events(List<byte[]> values) implements StoreAudit {
        @Override
        public String name() {
            return "events";
        }

        @Override
        public Promise promise() {
            return Promise.EVERYTHING;
        }

        @Override
        public List<String> read(AuditSink sink) {
            for (byte[] value : values) {
                ChatEvent event = DECODER.decode(value);
                sink.accepted(value, event.type().revisesMessage() ? 0 : event.at(), 0);
            }
            return List.of();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everythingOfAPersonCountsWithTheEditsThatOthersMade(boolean reversed) {
        List<byte[]> values = chat();
        if (reversed) {
            Collections.reverse(values);
        }

        assertThat(count(values, PERSON)).isEqualTo(new EntryCounts(1, 3, 2));
        assertThat(count(values, ErasureMarker.ofSession(CanaryRecords.NOON, LATER))
                        .messages())
                .isEqualTo(3);
        assertThat(count(values, ErasureMarker.ofSession(LATER, LATER))).isEqualTo(EntryCounts.NONE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void remaindersDoNotCountButAnEditThatWasForgottenDoes(boolean reversed) {
        List<byte[]> values = chat();
        values.set(1, ErasedEvent.of(DECODER.decode(values.get(1))));
        values.set(2, ErasedEvent.of(DECODER.decode(values.get(2))));
        values.set(4, ErasedEvent.of(DECODER.decode(values.get(4))));
        values.subList(5, 7).clear();
        if (reversed) {
            Collections.reverse(values);
        }

        assertThat(count(values, PERSON)).isEqualTo(new EntryCounts(0, 1, 0));
    }

    private static List<byte[]> chat() {
        List<byte[]> values = new ArrayList<>();
        CanaryRecords.chat().forEach(record -> values.add((byte[]) record.value()));
        values.add((byte[]) CanaryRecords.personErased(9).value());
        values.add((byte[]) HoldRecords.set(10, "case-1").value());
        return values;
    }

    private static EntryCounts count(List<byte[]> values, ErasureMarker marker) {
        return CoveredEvents.in(new Events(values), Map.of(CanaryRecords.HERE, List.of(marker)));
    }
}
