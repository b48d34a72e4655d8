package io.multichat.sinks.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkTopicsTest {
    @Test
    void theTopicsHaveTheirDefaultNames() {
        assertThat(SinkTopics.defaults()).isEqualTo(new SinkTopics("chat-transcript", "chat-sessions"));
    }

    @Test
    void otherTopicsCanBeConfigured() {
        Map<String, String> settings = Map.of("transcript.topic", "t", "sessions.topic", "s");

        assertThat(SinkTopics.of(new AbstractConfig(SinkTopics.define(new ConfigDef()), settings)))
                .isEqualTo(new SinkTopics("t", "s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transcript.topic", "sessions.topic"})
    void anEmptyNameIsRefusedAndTheErrorNamesTheSetting(String setting) {
        ConfigDef settings = SinkTopics.define(new ConfigDef());

        assertThatThrownBy(() -> new AbstractConfig(settings, Map.of(setting, "")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(setting);
    }

    @Test
    void theVersionIsNeverBlank() {
        assertThat(SinkVersion.get()).isNotBlank();
    }
}
