package io.multichat.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 50, PageRequest.MAX_LIMIT})
    void aPageHasFrom1To1000Messages(int limit) {
        assertThat(new PageRequest(Optional.empty(), limit, PageRequest.Direction.FORWARD).limit())
                .isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, PageRequest.MAX_LIMIT + 1, Integer.MAX_VALUE})
    void otherLimitsAreRefused(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageRequest(Optional.empty(), limit, PageRequest.Direction.BACKWARD))
                .withMessage("limit is " + limit + "; it must be from 1 to 1000");
    }
}
