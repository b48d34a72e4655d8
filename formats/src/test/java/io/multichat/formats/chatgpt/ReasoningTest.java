package io.multichat.formats.chatgpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Content that has neither parts nor a text: what the model thought, and what the user set. */
class ReasoningTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'content_type':'thoughts','thoughts':[{'summary':'Tea','content':'I think'}]} | I think",
                "{'content_type':'reasoning_recap','content':'Thought for 5 seconds'} | Thought for 5 seconds",
                "{'content_type':'user_editable_context','user_profile':'Ada','user_instructions':'be brief'} | be brief",
            })
    void isAPartOfASystemTurn(String content, String kept) {
        String file = "[{'title':'Tea','id':'c1','mapping':{'a':{'message':{'author':{'role':'assistant'},"
                + "'create_time':1769860800,'content':" + content + "}}}}]";

        Reading reading =
                Reading.of(new ChatGptFormat(), MemorySource.file("/conversations.json", file.replace('\'', '"')));

        assertThat(reading.lines()).containsExactly("2026-01-31T12:00:00.000Z assistant (system): ");
        assertThat(reading.events().get(0).content().parts().orElseThrow())
                .hasSize(1)
                .first()
                .asString()
                .contains(kept);
    }
}
