package io.multichat.formats.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;

/** Old versions write the beginning of 1970 as the time of an edit that never happened. */
class OldTimesTest {
    @Test
    void anEditBeforeTheMessageIsNone() {
        String chat = "{'name':'Tea','type':'personal_chat','id':2,'messages':["
                + "{'id':1,'type':'message','date':'2018-12-05T10:39:00','edited':'1970-01-01T03:00:00','from':'Bob',"
                + "'from_id':2,'text':'hi'},"
                + "{'id':2,'type':'message','date':'2018-12-05T10:40:00','edited':'2018-12-05T10:41:00','from':'Ada',"
                + "'from_id':1,'text':'ho'}]}";

        Reading reading = Reading.of(new TelegramFormat(), MemorySource.file("/result.json", chat.replace('\'', '"')));

        assertThat(reading.lines())
                .containsExactly(
                        "2018-12-05T10:39:00.000Z 2: hi",
                        "2018-12-05T10:40:00.000Z 1: ho",
                        "message.edited 2018-12-05T10:41:00.000Z 1: ho");
    }
}
