package io.multichat.jobs.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.codec.EventEncoder;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.jobs.export.stage.ConversationPattern;
import io.multichat.jobs.testing.Chat;
import io.multichat.jobs.testing.ChatSurvey;
import io.multichat.reading.erase.SetHold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionRunTest {
    private static final Conversation LOUNGE = Conversation.of("irc", "#lounge");
    private static final Conversation LEGAL = Conversation.of("slack", "legal");
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long NOW = 1_000 * DAY;

    private final ChatSurvey survey = new ChatSurvey();
    private final List<ChatEvent> commands = new ArrayList<>();

    @BeforeEach
    void sessions() {
        for (Conversation conversation : List.of(LOUNGE, LEGAL)) {
            for (int days : new int[] {5, 40, 400}) {
                session(conversation, days);
            }
        }
    }

    @Test
    void sessionsThatAreOlderThanTheMaximumAreDeletedOldestFirst() {
        RetentionReport report = run(rule("irc *", 0, 30));

        assertThat(report.due()).isEqualTo(2);
        assertThat(report.byPlatform()).isEqualTo(Map.of("irc", 2L));
        assertThat(report.messages()).isEqualTo(2);
        assertThat(commands)
                .extracting(command ->
                        ErasureCommand.of(command).session().orElseThrow().t0())
                .containsExactly(NOW - 400 * DAY, NOW - 40 * DAY);
    }

    @Test
    void aMinimumOutweighsAShorterMaximumOfAnotherRule() {
        run(rule("* *", 0, 30), rule("slack legal", 100, 0));

        assertThat(commands).hasSize(3);
        assertThat(commands.stream().filter(each -> each.conversation().equals(LEGAL)))
                .hasSize(1);
    }

    @Test
    void withoutAMaximumEverythingIsKept() {
        assertThat(run(rule("* *", 10, 0)).due()).isZero();
        assertThat(run().due()).isZero();
        assertThat(commands).isEmpty();
    }

    @Test
    void whatAHoldProtectsStaysUntilItIsCleared() {
        survey.holds.add(new SetHold(
                LOUNGE, ErasureCommand.ofHold("case-1", Optional.empty(), NOW - 50 * DAY, NOW), NOW, Optional.empty()));

        RetentionReport held = run(rule("irc *", 0, 30));

        assertThat(held.due()).isEqualTo(2);
        assertThat(held.onHold()).isEqualTo(1);
        assertThat(held.published()).isEqualTo(1);

        survey.holds.clear();
        assertThat(run(rule("irc *", 0, 30)).published()).isEqualTo(2);
    }

    @Test
    void aDryRunCountsOnly() {
        RetentionReport report = RetentionRun.dryRun(survey, new RetentionRules(List.of(rule("* *", 0, 30))), NOW);

        assertThat(report.due()).isEqualTo(4);
        assertThat(report.published()).isZero();
    }

    @Test
    void theCommandForASessionIsTheSameAtEachRunAndNoOtherEventHasItsIdentity() {
        RetentionRule rule = rule("irc *", 0, 300);
        run(rule);
        new RetentionRun(survey, new RetentionRules(List.of(rule)), NOW + DAY, commands::add).run();

        assertThat(commands).hasSize(2);
        ChatEvent command = commands.get(0);
        assertThat(new EventEncoder().encode(command)).isEqualTo(new EventEncoder().encode(commands.get(1)));
        assertThat(command.at()).as("since when the session is too old").isEqualTo(NOW - 100 * DAY + 2);
        assertThat(command.eventId()).as("an id that a reaction may have, too").isEmpty();
    }

    private void session(Conversation conversation, int daysAgo) {
        long at = NOW - daysAgo * DAY;
        // Distinct ages, so that pages have one order.
        long last = at + (conversation == LEGAL ? 1 : 2);
        survey.sessions.add(Chat.session(
                Chat.message(conversation, "m" + daysAgo, at), Chat.closed(last), Chat.span(at, last), 1, 1));
    }

    private RetentionReport run(RetentionRule... rules) {
        return new RetentionRun(survey, new RetentionRules(List.of(rules)), NOW, commands::add).run();
    }

    private static RetentionRule rule(String pattern, int minDays, int maxDays) {
        return new RetentionRule(
                ConversationPattern.parse(pattern),
                Duration.ofDays(minDays),
                maxDays == 0 ? Optional.empty() : Optional.of(Duration.ofDays(maxDays)));
    }
}
