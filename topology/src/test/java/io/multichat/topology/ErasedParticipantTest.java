package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.DeadLetter;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.events.RejectReason;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.erasure.ImportHeader;
import io.multichat.topology.settings.RetentionSettings;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Commands;
import io.multichat.topology.testing.Rules;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ErasedParticipantTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    private final Chat chat = Chat.atHome("talk");
    private final TopologyFixture topology = topologies.open();

    private final Commands commands = new Commands(topology, chat);

    @Test
    void whatAnErasedPersonSaysLaterIsAccepted() {
        commands.erase("ada", BASE + 10);

        topology.publish(chat.message("m1", BASE + 10, "ada", "secret"));
        topology.publish(chat.message("m2", BASE + 11, "ada", "hello again"));
        topology.publish(chat.message("m3", BASE + 10, "bob", "hello"));

        assertThat(topology.outputs().refusals())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectReason.PARTICIPANT_ERASED);
        assertThat(new String(topology.outputs().deadLetters().get(0).value(), StandardCharsets.UTF_8))
                .doesNotContain("secret", "ada");
        assertThat(topology.outputs().transcript()).hasSize(3);
    }

    @Test
    void anImportFindsWhatWasRefusedAndTheOtherHeadersAreGone() {
        commands.erase("ada", BASE + 10);
        String run = UUID.randomUUID().toString();

        publishWith(chat.message("m1", BASE + 1, "ada", "secret"), run);
        publishWith(chat.message("m2", BASE + 2, "ada", "secret"), "ada's secret");

        assertThat(topology.outputs().deadLetters())
                .extracting(letter -> Optional.ofNullable(letter.headers().lastHeader(ImportHeader.KEY))
                        .map(header -> new String(header.value(), StandardCharsets.UTF_8)))
                .containsExactly(Optional.of(run), Optional.empty());
        assertThat(topology.outputs().deadLetters())
                .allSatisfy(letter ->
                        assertThat(letter.headers().lastHeader("from-ada")).isNull());
    }

    private void publishWith(ChatEvent event, String importId) {
        Headers headers = new RecordHeaders()
                .add("from-ada", "secret".getBytes(StandardCharsets.UTF_8))
                .add(ImportHeader.KEY, importId.getBytes(StandardCharsets.UTF_8));
        topology.publish(event.conversation().keyBytes(), new EventEncoder().encode(event), headers);
    }

    @Test
    void anEditOfAMessageThatWasRefusedDoesNotWaitAndLeavesNoText() {
        commands.erase("ada", BASE + 10);
        topology.publish(chat.message("m1", BASE + 10, "ada", "secret"));

        topology.publish(chat.edit("m1", BASE + 20));

        assertThat(topology.outputs().refusals())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectReason.PARTICIPANT_ERASED, RejectReason.PARTICIPANT_ERASED);
        assertThat(new String(topology.outputs().deadLetters().get(1).value(), StandardCharsets.UTF_8))
                .doesNotContain("changed", "secret");
    }

    @Test
    void whatIsTooLateAsWellLeavesNoText() {
        RetentionSettings week = new RetentionSettings(Optional.of(Duration.ofDays(7)), Optional.empty());
        TopologyFixture forgetful = topologies.open(Rules.of(week));
        long now = forgetful.now();
        new Commands(forgetful, chat).erase("ada", now);

        forgetful.publish(chat.message("m1", now - Duration.ofDays(8).toMillis(), "ada", "secret"));
        forgetful.publish(chat.message("m2", now - Duration.ofDays(8).toMillis(), "bob", "hello"));

        assertThat(forgetful.outputs().refusals())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectReason.PARTICIPANT_ERASED, RejectReason.TOO_LATE);
        assertThat(new String(forgetful.outputs().deadLetters().get(0).value(), StandardCharsets.UTF_8))
                .doesNotContain("secret", "ada");
    }

    @Test
    void theWaitingEditsOfAnErasedPersonGo() {
        topology.publish(chat.edit("m1", BASE + 5));

        commands.erase("ada", BASE + 10);
        topology.publish(chat.edit("m2", BASE + 6));

        assertThat(topology.outputs().refusals())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectReason.PARTICIPANT_ERASED, RejectReason.PARTICIPANT_ERASED);
        assertThat(topology.outputs().deadLetters())
                .allSatisfy(each -> assertThat(new String(each.value(), StandardCharsets.UTF_8))
                        .doesNotContain("changed", "ada"));
        topology.publish(chat.message("m1", BASE + 20));
        assertThat(topology.outputs().placements())
                .extracting(Placement::kind)
                .containsExactly(EventType.PARTICIPANT_ERASED, EventType.MESSAGE_CREATED);
    }
}
