package io.multichat.sinks.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.events.codec.EventEncoder;
import io.multichat.sinks.core.SinkEntry;
import io.multichat.sinks.core.SinkTopics;
import io.multichat.sinks.core.testing.CanaryRecords;
import io.multichat.sinks.core.testing.SinkRecords;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** A sink trusts only bytes that are as the topology accepted them. */
class AcceptedRecordsTest {
    private static final Conversation CONVERSATION = Conversation.of("irc", "#multichat", "thread");
    private static final SinkRecords.At AT = new SinkRecords.At(3, 42);
    private static final ChatEvent EVENT = SinkRecords.message(CONVERSATION, "m1", 1_000, "hello");
    private static final byte[] VALUE = new EventEncoder().encode(EVENT);
    private static final Placement PLACEMENT = SinkRecords.placed(1_000, 7);
    private static final byte[] HEADER = PLACEMENT.toBytes(CONVERSATION.keyBytes(), VALUE);

    private final EntryDecoder decoder = new EntryDecoder(SinkTopics.defaults(), true);
    private final EntryDecoder frugal = new EntryDecoder(SinkTopics.defaults(), false);

    @Test
    void anAcceptedRecordIsDecodedAsAnyOther() {
        SinkRecord record = SinkRecords.accepted(AT, CONVERSATION, VALUE, PLACEMENT);

        assertThat(decoder.decode(record))
                .isEqualTo(decoder.decode(SinkRecords.transcript(AT, CONVERSATION, VALUE, PLACEMENT)));
    }

    @Test
    void aStoreThatNeedsNoEventGetsItsConversationAndPlacement() {
        SinkRecord record = SinkRecords.accepted(AT, CONVERSATION, VALUE, PLACEMENT);

        SinkEntry.Transcript entry = (SinkEntry.Transcript) frugal.decode(record);

        assertThat(entry.decoded()).isEmpty();
        assertThat(entry.conversation()).isEqualTo(CONVERSATION);
        assertThat(entry.conversation().thread()).contains("thread");
        assertThat(entry.placement()).isEqualTo(PLACEMENT);
    }

    @Test
    void aCommandIsDecodedEvenForAStoreThatNeedsNoEvents() {
        SinkEntry entry = frugal.decode(CanaryRecords.personErased(0));

        assertThat(entry).isInstanceOfSatisfying(SinkEntry.Erasure.class, erasure -> {
            assertThat(erasure.command().event().type()).isEqualTo(EventType.PARTICIPANT_ERASED);
            assertThat(erasure.marker().participant()).isPresent();
        });
    }

    @Test
    void aValueThatWasChangedIsCheckedInFullAlthoughItsChecksumStands() {
        byte[] changed = new EventEncoder().encode(SinkRecords.message(CONVERSATION, "m2", 1_000, "hello"));
        byte[] cut = new String(VALUE, StandardCharsets.UTF_8).replace("}", "").getBytes(StandardCharsets.UTF_8);
        byte[] latin = new String(VALUE, StandardCharsets.UTF_8)
                .replace("hello", "héllo")
                .getBytes(StandardCharsets.ISO_8859_1);

        for (EntryDecoder each : new EntryDecoder[] {decoder, frugal}) {
            SinkEntry.Transcript valid =
                    (SinkEntry.Transcript) each.decode(SinkRecords.transcript(AT, CONVERSATION, changed, HEADER));
            assertThat(valid.event().messageId()).contains("m2");
            assertRefused(each, cut);
            assertRefused(each, latin);
        }
    }

    @Test
    void aChangedKeyDoesNotMoveAnEventToAnotherConversation() {
        Conversation other = Conversation.of("irc", "#other");

        SinkEntry.Transcript entry =
                (SinkEntry.Transcript) frugal.decode(SinkRecords.transcript(AT, other, VALUE, HEADER));

        assertThat(entry.conversation()).isEqualTo(CONVERSATION);
    }

    @Test
    void bytesThatOnlyClaimToBeAcceptedAreRefusedWhenTheirFieldsCannotBeRead() {
        byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> decoder.decode(SinkRecords.accepted(AT, CONVERSATION, garbage, PLACEMENT)))
                .isInstanceOf(InvalidEventException.class);
    }

    private static void assertRefused(EntryDecoder decoder, byte[] value) {
        assertThatThrownBy(() -> decoder.decode(SinkRecords.transcript(AT, CONVERSATION, value, HEADER)))
                .isInstanceOfSatisfying(
                        InvalidEventException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RejectReason.NOT_JSON));
    }
}
