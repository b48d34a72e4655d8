package io.multichat.formats.found;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeOrderTest {
    @ParameterizedTest
    @CsvSource({
        "1a 1b 2c 2d, 1a 1b 2c 2d",
        "2d 2c 1b 1a, 2c 2d 1a 1b",
        "1a 1b, 1a 1b",
        "2c 1b 1a, 2c 1a 1b",
        "1a 2b 2c 1d 1e, 1a 2c 2b 1e 1d",
    })
    void messagesOfEqualTimeAreInTheOrderOfTime(String file, String expected) {
        List<String> passed = new ArrayList<>();
        TimeOrder order = new TimeOrder();
        for (String message : file.split(" ")) {
            order.add(message.charAt(0), () -> passed.add(message));
        }
        order.end();

        assertThat(passed).containsExactly(expected.split(" "));
    }
}
