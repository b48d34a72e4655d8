package io.multichat.app.settings.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.topology.settings.GapOverride;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GapOverridesKindTest {
    private final GapOverridesKind kind = new GapOverridesKind();

    @Test
    void overridesKeepTheirOrder() {
        List<GapOverride> overrides = kind.parse("irc/%23java=1h, irc/*=10m,discord/123/456=1500ms");

        assertThat(overrides)
                .extracting(GapOverride::gap)
                .containsExactly(Duration.ofHours(1), Duration.ofMinutes(10), Duration.ofMillis(1500));
        assertThat(overrides.get(1).matches("irc/%23java")).isTrue();
    }

    @Test
    void theListMayBeEmpty() {
        assertThat(kind.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"irc/*", "irc/*=", "=1h", "irc/*=0ms", "irc/#java=1h", "a=1h,,b=1h", "a=1h=2h", "a b=1h"})
    void anInvalidOverrideIsRefused(String text) {
        assertThatThrownBy(() -> kind.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
