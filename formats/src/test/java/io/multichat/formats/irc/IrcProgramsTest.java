package io.multichat.formats.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.FileHead;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The logs of each program. */
class IrcProgramsTest {
    @Test
    void znc() {
        assertLines(
                "libera/#tea/2026-01-31.log",
                """
                [17:40:00] *** Joins: ada (~a@host)
                [17:40:01] <ada> hi <all>
                [17:40:02] * ada waves
                [17:40:03] -bot- a notice
                [17:40:04] *** ada is now known as ada_
                [17:40:05] *** ada_ sets mode: +o bob
                [17:40:06] *** Quits: ada_ (~a@host) (Quit: left)
                """,
                "participant.joined 2026-01-31T17:40:00.000Z ada: Joins: ada (~a@host)",
                "2026-01-31T17:40:01.000Z ada: hi <all>",
                "2026-01-31T17:40:02.000Z ada: waves",
                "2026-01-31T17:40:03.000Z bot (system): a notice",
                "2026-01-31T17:40:04.000Z ada (system): ada is now known as ada_",
                "2026-01-31T17:40:05.000Z system (system): ada_ sets mode: +o bob",
                "participant.left 2026-01-31T17:40:06.000Z ada_: Quits: ada_ (~a@host) (Quit: left)");
    }

    @Test
    void irssi() {
        assertLines(
                "tea.log",
                """
                --- Log opened Sat Jan 31 23:58:00 2026
                23:58 -!- ada [~a@host] has joined #tea
                23:59 < ada> hi
                23:59 <@bob>  two blanks
                23:59  * ada waves
                --- Day changed Sun Feb 01 2026
                00:00 <+bridge> [web] <eve x> hello
                00:01 -!- ada [~a@host] has quit [bye]
                """,
                "participant.joined 2026-01-31T23:58:00.000Z ada: ada [~a@host] has joined #tea",
                "2026-01-31T23:59:00.000Z ada: hi",
                "2026-01-31T23:59:00.000Z bob:  two blanks",
                "2026-01-31T23:59:00.000Z ada: waves",
                "2026-02-01T00:00:00.000Z bridge: [web] <eve x> hello",
                "participant.left 2026-02-01T00:01:00.000Z ada: ada [~a@host] has quit [bye]");
    }

    @Test
    void weechat() {
        assertLines(
                "irc.libera.#tea.weechatlog",
                """
                2026-01-31 12:00:00.123456Z\tada\thi\tthere
                2026-01-31 12:00:01Z\t@bob\thello
                2026-01-31 12:00:02\t *\t+ada waves
                2026-01-31 12:00:03\t-->\teve (u@h) has joined #tea
                2026-01-31 12:00:04\t<--\teve (u@h) has left #tea
                2026-01-31 12:00:05\t--\tada is now known as ada_
                2026-01-31 12:00:06\t\tan empty prefix
                """,
                "2026-01-31T12:00:00.123Z ada: hi\tthere",
                "2026-01-31T12:00:01.000Z bob: hello",
                "2026-01-31T12:00:02.000Z ada: waves",
                "participant.joined 2026-01-31T12:00:03.000Z eve: eve (u@h) has joined #tea",
                "participant.left 2026-01-31T12:00:04.000Z eve: eve (u@h) has left #tea",
                "2026-01-31T12:00:05.000Z ada (system): ada is now known as ada_",
                "2026-01-31T12:00:06.000Z system (system): an empty prefix");
    }

    @Test
    void hexChat() {
        assertLines(
                "tea.log",
                """
                **** BEGIN LOGGING AT Thu Dec 31 23:00:00 2026

                Dec 31 23:00:01 *\tNow talking on #tea
                Dec 31 23:59:59 <ada>\thi
                Jan 01 00:00:01 -bot-\ta notice
                Jan 01 00:00:02 >bob<\ta query
                Jan 01 00:00:03 *\tada has quit (bye)
                **** ENDING LOGGING AT Fri Jan  1 00:00:09 2027
                """,
                "2026-12-31T23:00:01.000Z system (system): Now talking on #tea",
                "2026-12-31T23:59:59.000Z ada: hi",
                "2027-01-01T00:00:01.000Z bot (system): a notice",
                "2027-01-01T00:00:02.000Z system (system): a query",
                "participant.left 2027-01-01T00:00:03.000Z ada: ada has quit (bye)");
    }

    @Test
    void supybotAndBotBot() {
        assertLines(
                "tea.log",
                """
                b'2026-01-31T12:00:00  *** ada has joined #tea
                2026-01-31T12:00:01  <ada>  a blank, and <bob> said it
                2026-01-31T12:00:02  * ada has left for lunch
                2026-01-31T12:00:03 * eve joined the channel
                2026-01-31T12:00:04 * eve has quit'
                """.stripTrailing(),
                "participant.joined 2026-01-31T12:00:00.000Z ada: ada has joined #tea",
                "2026-01-31T12:00:01.000Z ada:  a blank, and <bob> said it",
                "2026-01-31T12:00:02.000Z ada: has left for lunch",
                "participant.joined 2026-01-31T12:00:03.000Z eve: eve joined the channel",
                "participant.left 2026-01-31T12:00:04.000Z eve: eve has quit");
    }

    @Test
    void dircproxyAndEnergymech() {
        assertLines(
                "2026-01-31-tea.log",
                """
                [31 Jan 10:36] --> ada (n=a@host) joined the channel
                [31 Jan 10:37] <ada!n=a@host> +identified
                [31 Jan 10:38] *** You disconnected
                [10:39] <bob> hi
                [10:40] Joins: eve (u@h)
                """,
                "participant.joined 2026-01-31T10:36:00.000Z ada: ada (n=a@host) joined the channel",
                "2026-01-31T10:37:00.000Z ada: identified",
                "2026-01-31T10:38:00.000Z system (system): You disconnected",
                "2026-01-31T10:39:00.000Z bob: hi",
                "participant.joined 2026-01-31T10:40:00.000Z eve: Joins: eve (u@h)");
    }

    @Test
    void ubuntu() {
        assertLines(
                "2026-01-31.txt",
                """
                [23:59] <a[b] c> hi
                === ada [n=a@host]  has joined #tea
                [23:59]  * ada
                [00:00] <ada> next day
                [23:58] <ada> same day again
                """,
                "2026-01-31T23:59:00.000Z a[b] c: hi",
                "participant.joined 2026-01-31T23:59:00.000Z ada: ada [n=a@host]  has joined #tea",
                "2026-01-31T23:59:00.000Z ada: ",
                "2026-02-01T00:00:00.000Z ada: next day",
                "2026-02-01T23:58:00.000Z ada: same day again");
        assertLines(
                "tea.0.ascii.txt",
                """
                tea 2026-01-31 === ada [n=a@host]  has joined #tea
                tea 2026-01-31 [11:29] <ada> hi
                tea 2026-02-01 [12:42:15] *ada \tducks
                """,
                "participant.joined 2026-01-31T00:00:00.000Z ada: ada [n=a@host]  has joined #tea",
                "2026-01-31T11:29:00.000Z ada: hi",
                "2026-02-01T12:42:15.000Z ada: ducks");
    }

    private static void assertLines(String path, String log, String... expected) {
        IrcFormat format = new IrcFormat();
        Reading reading = Reading.of(format, MemorySource.file("/logs/#tea/" + path, log));

        assertThat(format.recognizes(FileHead.of(path, log.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.lines()).containsExactly(expected);
        assertThat(Reading.of(format, MemorySource.file("/logs/#tea/" + path, log.replace("\n", "\r\n")))
                        .events())
                .isEqualTo(reading.events());
    }
}
