package io.multichat.formats.chatgpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;

class DamagedTreeTest {
    @Test
    void turnsInACircleAreRefused() {
        Reading reading = Reading.of(new ChatGptFormat(), MemorySource.file("/c.json", """
                {"id": "c1", "mapping": {
                  "q": {"message": {"id": "q", "author": {"role": "user"}, "create_time": 1700000000,
                    "content": {"content_type": "text", "parts": ["tea?"]}}, "children": []},
                  "x": {"parent": "y", "message": null},
                  "y": {"parent": "x", "message": null}}}
                """));

        assertThat(reading.lines()).containsExactly("2023-11-14T22:13:20.000Z user: tea?");
        assertThat(reading.refusals()).hasSize(1).first().asString().contains("2 turns follow each other in a circle");
    }
}
