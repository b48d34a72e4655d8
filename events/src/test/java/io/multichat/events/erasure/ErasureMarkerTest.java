package io.multichat.events.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.events.SessionId;
import io.multichat.events.codec.EventDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ErasureMarkerTest {
    private static final Conversation HERE = Conversation.of("irc", "#multichat");
    private static final ParticipantHash ADA = ParticipantHash.of(HERE, "ada");

    @Test
    void theHashIsTheOneInTheContract() {
        assertThat(ADA.hex()).isEqualTo("817f358789fe6008c84a79a5919fe141");
        assertThat(ParticipantHash.ofBytes(ADA.bytes())).isEqualTo(ADA);
    }

    @Test
    void aDeletedSessionCoversEverythingWithinItsInterval() {
        ErasureMarker marker = ErasureMarker.ofSession(1_000, 2_000);

        assertThat(marker.covers(said("ada", 1_000), 1_000)).isTrue();
        assertThat(marker.covers(said("bob", 2_000), 2_000)).isTrue();
        assertThat(marker.covers(said("ada", 999), 999)).isFalse();
        assertThat(marker.covers(said("ada", 2_001), 2_001)).isFalse();
        assertThat(marker.covers(edited("bob", 9_000), 1_500))
                .as("an edit of a message in the session, made later")
                .isTrue();
    }

    @Test
    void anErasedParticipantIsCoveredUpToTheErasure() {
        ErasureMarker marker = ErasureMarker.ofParticipant(ADA, 2_000);

        assertThat(marker.covers(said("ada", 2_000), 2_000)).isTrue();
        assertThat(marker.covers(said("ada", 2_001), 2_001)).isFalse();
        assertThat(marker.covers(said("bob", 1_000), 1_000)).isFalse();
        assertThat(marker.covers(edited("ada", 3_000), 1_000))
                .as("an edit made after the erasure")
                .isFalse();
        assertThat(marker.covers(event("{'type':'message.edited',%s,'messageId':'m','editedAt':'%s'}", 1_000), 1_000))
                .as("an edit by nobody")
                .isFalse();
    }

    @Test
    void explicitEndsAndTheMessagesOfAPersonLeaveARemainder() {
        ErasureMarker session = ErasureMarker.ofSession(0, 9_000);
        ErasureMarker person = ErasureMarker.ofParticipant(ADA, 9_000);
        ChatEvent end = event("{'type':'session.ended',%s,'sentAt':'%s'}", 1_000);
        ChatEvent join = event("{'type':'participant.joined',%s,'sentAt':'%s','sender':{'id':'ada'}}", 1_000);

        assertThat(session.leavesRemainder(end)).isTrue();
        assertThat(person.leavesRemainder(end)).isTrue();
        assertThat(session.leavesRemainder(said("ada", 1))).isFalse();
        assertThat(person.leavesRemainder(said("ada", 1))).isTrue();
        assertThat(person.leavesRemainder(join)).isFalse();
    }

    @Test
    void noMarkerCoversACommand() {
        ChatEvent hold = event("{'type':'hold.set',%s,'sentAt':'%s','attributes':{'hold':'h'}}", 1_000);

        assertThat(ErasureMarker.ofSession(0, 9_000).covers(hold, 1_000)).isFalse();
    }

    @Test
    void aPlacedCommandHasAMarker() {
        SessionId session = SessionId.of(1_000, HERE.hash());
        ChatEvent deletion =
                event("{'type':'session.deleted',%s,'sentAt':'%s','attributes':{'session':'" + session + "'}}", 9_000);
        Placement placed = new Placement(Optional.of(session), 1_000, 3, deletion.type(), OptionalLong.of(2_000));

        assertThat(ErasureMarker.of(deletion, placed)).contains(ErasureMarker.ofSession(1_000, 2_000));
        assertThatThrownBy(() -> ErasureMarker.of(deletion, new Placement(Optional.empty(), 0, 0, deletion.type())))
                .isInstanceOfSatisfying(
                        InvalidEventException.class, e -> assertThat(e.reason()).isEqualTo(RejectReason.INVALID_VALUE));
        ChatEvent erasure = event(
                "{'type':'participant.erased',%s,'sentAt':'%s','attributes':{'participant':'" + ADA.hex() + "'}}",
                9_000);
        assertThat(ErasureMarker.of(erasure, new Placement(Optional.empty(), 9_000, 4, erasure.type())))
                .contains(ErasureMarker.ofParticipant(ADA, 9_000));
        assertThat(ErasureMarker.of(
                        said("ada", 1),
                        new Placement(Optional.empty(), 1, 0, said("ada", 1).type())))
                .isEmpty();
    }

    private static ChatEvent said(String sender, long at) {
        return event("{%s,'messageId':'m','sender':{'id':'" + sender + "'},'sentAt':'%s','text':'hi'}", at);
    }

    private static ChatEvent edited(String sender, long at) {
        return event(
                "{'type':'message.edited',%s,'messageId':'m','sender':{'id':'" + sender + "'},'editedAt':'%s'}", at);
    }

    private static ChatEvent event(String json, long at) {
        String value = String.format(
                json.replace('\'', '"'), "\"platform\":\"irc\",\"channel\":\"#multichat\"", Instant.ofEpochMilli(at));
        return new EventDecoder().decode(value.getBytes(StandardCharsets.UTF_8));
    }
}
