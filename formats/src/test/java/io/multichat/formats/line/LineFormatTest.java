package io.multichat.formats.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineFormatTest {
    private final LineFormat format = new LineFormat();

    @Test
    void daysAndTimesBelongToTheLinesBelow() {
        Reading reading = read("[LINE] エイダとのトーク履歴\n保存日時：2026/2/1 21:09\n\n2026/1/31(土)\n"
                + "9:05\tAda\tお茶？\n9:05\tBob\t\"はい\n今\"\n\n2026/2/1(日)\n0:10\tBobがグループに参加しました。\n");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T09:05:00.000Z Ada: お茶？",
                        "2026-01-31T09:05:00.000Z Bob: はい\n今",
                        "2026-02-01T00:10:00.000Z system (system): Bobがグループに参加しました。");
        assertThat(reading.events().get(0).conversation().channel()).isEqualTo("エイダ");
        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.assumptions())
                .containsExactly("Times without a zone are read as UTC; --timezone says otherwise.");
    }

    @ParameterizedTest
    @CsvSource({
        "'Sat, 1/31/2026', '3:05 PM', 2026-01-31T15:05:00.000Z",
        "'2026.01.31 Saturday', '12:05 AM', 2026-01-31T00:05:00.000Z",
        "'2026.01.31 土曜日', '午後3:05', 2026-01-31T15:05:00.000Z",
        "'2026/01/31（六）', '下午03:05', 2026-01-31T15:05:00.000Z",
        "'2026/01/31（週六）', '上午12:05', 2026-01-31T00:05:00.000Z",
        "'2026/01/31(Sat)', '15:05', 2026-01-31T15:05:00.000Z",
    })
    void datesAndTimesOfOtherVersions(String day, String time, String expected) {
        assertThat(read("[LINE] Chat history with Ada\n" + day + "\n" + time + "\tAda\thi")
                        .lines())
                .containsExactly(expected + " Ada: hi");
    }

    @Test
    void faultyLinesAreRefusedAndTheOthersAreRead() {
        Reading reading =
                read("[LINE] Chat history in \"Tea\"\n9:00\tAda\tearly\n2026/1/31(土)\n29:00\tAda\tx\n9:00\tAda\thi\n");

        assertThat(reading.lines()).containsExactly("2026-01-31T09:00:00.000Z Ada: hi");
        assertThat(reading.events().get(0).conversation().channel()).isEqualTo("Tea");
        assertThat(reading.refusals()).hasSize(2).contains("line 2: no date above the line");
    }

    @Test
    void aTitleInChineseNamesTheChat() {
        Reading reading = read("[LINE] 與Ada的聊天記錄\n儲存日期： 2026/01/31 15:50\n\n2026/01/31（六）\n下午03:05\tAda\t你好\n");

        assertThat(reading.lines()).containsExactly("2026-01-31T15:05:00.000Z Ada: 你好");
        assertThat(reading.events().get(0).conversation().channel()).isEqualTo("Ada");
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/line.txt", text));
    }
}
