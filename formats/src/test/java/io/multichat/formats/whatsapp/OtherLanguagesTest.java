package io.multichat.formats.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.FileHead;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers and notices of phones in other languages than English. */
class OtherLanguagesTest {
    private final WhatsAppFormat format = new WhatsAppFormat();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026/1/31 下午3:45 - Ada: hi",
                "[2026/1/31 下午3:45:00] Ada: hi",
                "[2026/1/31, 下午3:45:00] Ada: hi",
                "2026/1/31 午後3:45 - Ada: hi",
                "2026. 1. 31. 오후 3:45 - Ada: hi",
                "2026년 1월 31일 오후 3:45 - Ada: hi",
                "[2026. 1. 31. 오후 3:45:00] Ada: hi",
                "31/1/26, 3:45 μ.μ. - Ada: hi",
                "31\u200f/1\u200f/2026، 3:45 م - Ada: hi",
                "31.01.26 г., 15:45 ч. - Ada: hi",
                "31.1.2026 klo 15.45 - Ada: hi",
                "31/01/2026 à 15:45 - Ada: hi",
                "15:45, 31/01/2026 - Ada: hi",
                "[15:45, 31/01/2026] Ada: hi",
                "[3:45 PM, 1/31/2026] Ada: hi",
                "31.01.26, 15:45:00: Ada: hi",
                "1/31/26, 3:45:00 PM: Ada: hi",
            })
    void dateAndTime(String line) {
        assertThat(format.recognizes(FileHead.of("a.txt", line.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(read(line).lines()).containsExactly("2026-01-31T15:45:00.000Z Ada: hi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026/1/31 上午12:05 - Ada: hi",
                "2026/1/31 凌晨12:05 - Ada: hi",
                "2026. 1. 31. 오전 12:05 - Ada: hi",
                "31/1/26, 12:05 π.μ. - Ada: hi",
                "31/1/26, 12:05 ص - Ada: hi",
                "[12:05 AM, 1/31/2026] Ada: hi",
            })
    void midnightIsTwelveInTheMorning(String line) {
        assertThat(read(line).lines()).containsExactly("2026-01-31T00:05:00.000Z Ada: hi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada hat diese Gruppe erstellt.",
                "Ada hat Bob hinzugefügt.",
                "Ada hat die Gruppe verlassen.",
                "Ada a ajouté Bob",
                "Ada añadió a Bob",
                "Ada adicionou Bob",
                "Ada ha aggiunto Bob",
                "Ada heeft Bob toegevoegd",
            })
    void noticesOfAniPhoneAreNotOfTheGroup(String notice) {
        Reading reading = read("[31.01.26, 15:45:00] Tea: \u200e" + notice + "\n[31.01.26, 15:46:00] Bob: " + notice);

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T15:45:00.000Z system (system): " + notice,
                        "2026-01-31T15:46:00.000Z Bob: " + notice);
    }

    @Test
    void whatAniPhoneWritesForParticipantsIsTheirMessage() {
        assertThat(read("[31.01.26, 15:45:00] Bob: \u200eBild weggelassen\n"
                                + "[31.01.26, 15:45:01] Bob: \u200eDu hast diese Nachricht gelöscht.\n"
                                + "[31.01.26, 15:45:02] Bob: \u200eVous avez supprimé ce message")
                        .events())
                .extracting(event -> event.sender().orElseThrow().id())
                .containsOnly("Bob");
    }

    @Test
    void aLineThatOnlyMentionsATimeContinuesTheMessage() {
        assertThat(read("31.01.26, 15:45 - Ada: plan\n15:45, then tea: all\n31.01.26 um 16:00: cake")
                        .lines())
                .containsExactly("2026-01-31T15:45:00.000Z Ada: plan\n15:45, then tea: all\n31.01.26 um 16:00: cake");
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/Tea.txt", text));
    }
}
