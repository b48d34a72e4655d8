package io.multichat.topology;

import static io.multichat.topology.testing.Story.BASE;
import static io.multichat.topology.testing.Story.GAP;
import static io.multichat.topology.testing.Story.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.topology.settings.GapOverride;
import io.multichat.topology.settings.RetentionSettings;
import io.multichat.topology.settings.SessionRules;
import io.multichat.topology.state.layers.Keyspace;
import io.multichat.topology.state.layers.StateKind;
import io.multichat.topology.testing.Chat;
import io.multichat.topology.testing.Rules;
import io.multichat.topology.testing.Story;
import io.multichat.topology.testing.TopologyExtension;
import io.multichat.topology.testing.TopologyFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The session rules that a deployment can set. */
class RulesTest {
    @RegisterExtension
    final TopologyExtension topologies = new TopologyExtension();

    @ParameterizedTest
    @CsvSource({
        "slack/*, slack/general, 1",
        "slack/*, slackers/general, 30",
        "slack/*, slack/general/thread, 1",
        "slack/general, slack/general/thread, 30",
        "*, irc/%23java, 1",
        "irc/%23*, irc/%23java, 1",
        "irc/.23java, irc/%23java, 30",
        "*/general, slack/general, 1",
        "discord/*/456, discord/123/456, 1",
        "discord/*/456, discord/123/4567, 30",
        "*/*/*, slack/general, 30",
        "**, slack/general, 1",
        "sl*ack/*al, slack/general, 1",
        "sl*ack/*al, slack/generals, 30",
        "*a*a*a*a*a*a*b, slack/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 30"
    })
    void anOverrideAppliesToTheKeysThatItsPatternMatches(String pattern, String key, long minutes) {
        SessionRules rules = new SessionRules(
                Duration.ofMinutes(30), List.of(new GapOverride(pattern, Duration.ofMinutes(1))), Optional.empty());

        assertThat(rules.gap(key)).hasMinutes(minutes);
    }

    @Test
    void theFirstMatchingOverrideApplies() {
        SessionRules rules = new SessionRules(
                Duration.ofMinutes(30),
                List.of(
                        new GapOverride("slack/general", Duration.ofMinutes(1)),
                        new GapOverride("slack/*", Duration.ofMinutes(2))),
                Optional.empty());

        assertThat(rules.gap("slack/general")).hasMinutes(1);
        assertThat(rules.gap("slack/random")).hasMinutes(2);
        assertThat(rules.longestGap()).hasMinutes(30);
    }

    @Test
    void conversationsHaveTheirOwnGapWhichTheirSnapshotsContain() {
        SessionRules rules = new SessionRules(
                Duration.ofMillis(GAP), List.of(new GapOverride("slack/*", Duration.ofMillis(5))), Optional.empty());
        TopologyFixture topology = topologies.open(Rules.of(rules));
        Story slack = new Story(topology, Chat.atHome("talk"));
        Story irc = new Story(topology, Chat.away("talk"));

        slack.says(0, 6);
        irc.says(0, 6);

        assertThat(slack.spans()).containsExactly(span(0, 0), span(6, 6));
        assertThat(irc.spans()).containsExactly(span(0, 6));
        assertThat(slack.sessions()).allSatisfy(each -> assertThat(each.gap()).hasMillis(5));
    }

    @Test
    void maxDurationSplitsAtItsMultiplesInAnyOrderOfArrival() {
        SessionRules rules = new SessionRules(Duration.ofMillis(GAP), List.of(), Optional.of(Duration.ofDays(1)));
        TopologyFixture topology = topologies.open(Rules.of(rules));
        Story story = new Story(topology, Chat.away("talk"));
        long day = Duration.ofDays(1).toMillis();
        long midnight = (BASE / day + 1) * day - BASE;

        story.says(midnight, midnight - 2, midnight + 1, midnight - 1);

        assertThat(story.spans()).containsExactly(span(midnight - 2, midnight - 1), span(midnight, midnight + 1));
        assertThat(story.sessions().get(0).status())
                .isEqualTo(SessionStatus.closed(BASE + midnight - 1, ClosedBy.BOUNDARY));
    }

    @Test
    void aSessionRetentionRefusesOlderEventsAndRemovesOldSessions() {
        RetentionSettings week = new RetentionSettings(Optional.of(Duration.ofDays(7)), Optional.empty());
        TopologyFixture topology = topologies.open(Rules.of(week));
        Chat chat = Chat.away("talk");
        long now = topology.now();
        topology.publish(chat.message("m1", now));
        topology.publish(chat.message("m2", now + 1));
        topology.advance(Duration.ofSeconds(1));
        topology.advance(Duration.ofDays(7).minusSeconds(1));
        topology.advance(Duration.ofSeconds(1));

        topology.publish(chat.edit("m2", now + 2));
        topology.publish(chat.edit("m1", now + 2));
        topology.publish(chat.message("m3", now));

        assertThat(topology.outputs().last().counts().edits()).isZero();
        assertThat(topology.outputs().refusals())
                .extracting(each -> each.reason().code())
                .containsExactly("too-late", "too-late", "too-late");
        assertThat(topology.queries().session(topology.outputs().last().sessionId()))
                .isPresent();
        topology.advance(Duration.ofDays(1));
        assertThat(topology.queries().session(topology.outputs().last().sessionId()))
                .isEmpty();
        try (var participants = new Keyspace(topology.state(), StateKind.PARTICIPANTS).range(null, null)) {
            assertThat(participants).isExhausted();
        }
    }

    @Test
    void invalidSettingsAreNamedInTheError() {
        assertThatThrownBy(() -> new SessionRules(Duration.ofMinutes(1), List.of(), Optional.of(Duration.ZERO)))
                .hasMessage("max.duration is PT0S; it must be at least 1ms");
        assertThatThrownBy(() -> new GapOverride("*", Duration.ZERO))
                .hasMessage("session.gap.overrides is PT0S; it must be at least 1ms");
        assertThatThrownBy(() -> new RetentionSettings(Optional.of(Duration.ZERO), Optional.empty()))
                .hasMessage("session.retention is PT0S; it must be at least 1ms");
    }
}
