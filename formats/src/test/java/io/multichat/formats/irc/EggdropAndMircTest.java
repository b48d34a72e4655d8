package io.multichat.formats.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.FileHead;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Logs whose events have no sign, or whose dates are in lines of sessions. */
class EggdropAndMircTest {
    private final IrcFormat format = new IrcFormat();

    @Test
    void eggdrop() {
        assertLines(
                """
                [00:00] --- Sat Jan 31 2026
                [15:45] ada (~a@host) joined #tea.
                [15:45] #tea: mode change '+o ada' by ChanServ!s@host
                [15:46] <ada> hi
                [15:46] Action: bob waves
                [15:47] bob (~b@host) left irc: Quit: bye
                [15:48] cy kicked from #tea by ada: out
                """,
                "participant.joined 2026-01-31T15:45:00.000Z ada: ada (~a@host) joined #tea.",
                "2026-01-31T15:45:00.000Z system (system): #tea: mode change '+o ada' by ChanServ!s@host",
                "2026-01-31T15:46:00.000Z ada: hi",
                "2026-01-31T15:46:00.000Z bob: waves",
                "participant.left 2026-01-31T15:47:00.000Z bob: bob (~b@host) left irc: Quit: bye",
                "2026-01-31T15:48:00.000Z system (system): cy kicked from #tea by ada: out");
    }

    @Test
    void sessionsOfMirc() {
        assertLines(
                """
                Session Start: Sat Jan 31 15:45:00 2026
                Session Ident: #tea
                [15:45] * Now talking in #tea
                [15:45] <ada> hi
                [15:46] * bob (~b@host) has joined #tea
                [15:46] * bob waves
                [15:47] * ada sets mode: +o bob
                [15:47] * bob (~b@host) Quit (bye)
                [15:48] * Joins: cy (~c@host)
                Session Close: Sat Jan 31 16:00:00 2026
                """,
                "2026-01-31T15:45:00.000Z system (system): Now talking in #tea",
                "2026-01-31T15:45:00.000Z ada: hi",
                "participant.joined 2026-01-31T15:46:00.000Z bob: bob (~b@host) has joined #tea",
                "2026-01-31T15:46:00.000Z bob: waves",
                "2026-01-31T15:47:00.000Z system (system): ada sets mode: +o bob",
                "participant.left 2026-01-31T15:47:00.000Z bob: bob (~b@host) Quit (bye)",
                "participant.joined 2026-01-31T15:48:00.000Z cy: Joins: cy (~c@host)");
    }

    @Test
    void supybotWritesAddressesInAngles() {
        assertLines(
                """
                2026-01-31T15:45:00  *** ada <~a@host> has joined #tea
                2026-01-31T15:45:01  <ada> hi
                2026-01-31T15:45:02  *** ada <~a@host> has quit IRC (bye)
                """,
                "participant.joined 2026-01-31T15:45:00.000Z ada: ada <~a@host> has joined #tea",
                "2026-01-31T15:45:01.000Z ada: hi",
                "participant.left 2026-01-31T15:45:02.000Z ada: ada <~a@host> has quit IRC (bye)");
    }

    @Test
    void eggdropNamesDaysWithMonths() {
        Reading reading = Reading.of(format, MemorySource.file("/logs/#tea.31Jan2026.log", "[15:45] <ada> hi"));

        assertThat(reading.lines()).containsExactly("2026-01-31T15:45:00.000Z ada: hi");
        assertThat(reading.events().get(0).conversation().channel()).isEqualTo("#tea");
    }

    private void assertLines(String log, String... expected) {
        Reading reading = Reading.of(format, MemorySource.file("/logs/tea.log", log));

        assertThat(format.recognizes(FileHead.of("tea.log", log.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.lines()).containsExactly(expected);
    }
}
