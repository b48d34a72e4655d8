package io.multichat.formats.kakaotalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KakaoTalkFormatTest {
    private final KakaoTalkFormat format = new KakaoTalkFormat();

    @Test
    void headingsEndAMessageAndOtherLinesContinueIt() {
        Reading reading = read("\uFEFF에이다 님과 카카오톡 대화\r\n저장한 날짜 : 2026년 2월 1일 오전 11:29\r\n\r\n"
                + "2026년 1월 31일 오후 3:20\n2026년 1월 31일 오후 3:20, 에이다 : 차 : 커피\n\n둘 다 10:30\n"
                + "2026년 1월 31일 오전 12:01\n2026년 1월 31일 오전 12:01, 나 : 사진\n"
                + "2026년 1월 31일 오전 12:02, 밥님이 들어왔습니다.\n2026년 1월 31일 오전 12:03, 밥님을 초대하였습니다.\n");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T15:20:00.000Z 에이다: 차 : 커피\n\n둘 다 10:30",
                        "2026-01-31T00:01:00.000Z 나: 사진",
                        "participant.joined 2026-01-31T00:02:00.000Z 밥: 밥님이 들어왔습니다.",
                        "2026-01-31T00:03:00.000Z system (system): 밥님을 초대하였습니다.");
        assertThat(reading.events().get(0).conversation().channel()).isEqualTo("에이다");
        assertThat(reading.refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "January 31, 2026, 3:20 PM, you : hi|2026-01-31T15:20:00.000Z you: hi",
                "Jan 31, 2026 at 12:20 AM, Ada : hi|2026-01-31T00:20:00.000Z Ada: hi",
                "2026. 1. 31. 오후 12:20, Ada : hi|2026-01-31T12:20:00.000Z Ada: hi",
                "January 31, 2026, 3:20 PM, Ada left this chatroom."
                        + "|participant.left 2026-01-31T15:20:00.000Z Ada: Ada left this chatroom.",
            })
    void linesOfOtherPhones(String line, String expected) {
        assertThat(read("KakaoTalk Chats with Ada\nDate Saved : January 31, 2026, 4:00 PM\n\n" + line)
                        .lines())
                .containsExactly(expected);
    }

    @Test
    void windowsWritesTheDateAboveTheMessages() {
        Reading reading = read("Tea 카카오톡 대화\n저장한 날짜 : 2026-02-01\n\n"
                + "--------------- 2026년 1월 31일 토요일 ---------------\n[Ada] [오후 3:20] hi\nho\n[Bob] [오전 12:00] x\n");

        assertThat(reading.lines())
                .containsExactly("2026-01-31T15:20:00.000Z Ada: hi\nho", "2026-01-31T00:00:00.000Z Bob: x");
        assertThat(reading.events().get(0).conversation().channel()).isEqualTo("Tea");
    }

    @Test
    void theCsvOfMacOsIsRead() {
        Reading reading = read("Date,User,Message\n2026-01-31 10:00:00,Ada,\"---- hi\nho, \"\"x\"\"\"\n"
                + "2026-01-31 10:01:00,시스템,밥님이 나갔습니다.\nsoon,Ada,x\n2026-01-31 10:02:00,Ada\n");

        assertThat(reading.lines())
                .containsExactly(
                        "2026-01-31T10:00:00.000Z Ada: ---- hi\nho, \"x\"",
                        "participant.left 2026-01-31T10:01:00.000Z 밥: 밥님이 나갔습니다.");
        assertThat(reading.events().get(0).conversation().channel()).isEqualTo("room");
        assertThat(reading.refusals()).hasSize(2).contains("line 6: the row has fewer than three fields");
    }

    @Test
    void windowsInEnglishIsReadToo() {
        assertThat(read("KakaoTalk Chats with Ada\nDate Saved : 2026-02-01 10:00:00\n\n"
                                + "--------------- Saturday, January 31, 2026 ---------------\n[Ada] [3:20 PM] hi\nho\n"
                                + "[Bob] [12:00 AM] x\nBob left this chatroom.\n")
                        .lines())
                .containsExactly(
                        "2026-01-31T15:20:00.000Z Ada: hi\nho",
                        "2026-01-31T00:00:00.000Z Bob: x\nBob left this chatroom.");
    }

    private Reading read(String text) {
        return Reading.of(format, MemorySource.file("/room.csv", text));
    }
}
