package io.multichat.sinks.redis.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSettingsTest {
    @Test
    void onlyTheUriHasNoDefault() {
        RedisSettings settings = RedisSettings.of(Map.of(EndpointConfig.URI, "redis://host"));

        assertThat(settings.endpoint()).hasToString("host:6379");
        assertThat(settings.ttl()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.messagesMax()).isEqualTo(10_000);
        assertThat(settings.topics().transcript()).isEqualTo("chat-transcript");
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "30s,PT30S", "30m,PT30M", "24h,PT24H", "7d,P7D", "30d,P30D", "2592000000ms,P30D"})
    void timesToLiveAreWrittenWithAUnit(String text, Duration expected) {
        RedisSettings settings = RedisSettings.of(Map.of(EndpointConfig.URI, "redis://host", RedisSettings.TTL, text));

        assertThat(settings.ttl()).isEqualTo(expected);
    }

    @Test
    void theErrorNamesEveryProblemAndNoPassword() {
        Map<String, String> properties = Map.of(
                EndpointConfig.URI,
                "http://ada:s3cret@host:1",
                RedisSettings.TTL,
                "0s",
                RedisSettings.MESSAGES_MAX,
                "0",
                "transcript.topic",
                "",
                EndpointConfig.SENTINEL_MASTER,
                "main",
                EndpointConfig.USERNAME,
                "ada");

        assertThatThrownBy(() -> RedisSettings.of(properties))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("redis.uri", "redis.ttl", "redis.messages.max", "transcript.topic")
                .hasMessageContainingAll("redis.mode must be sentinel", "redis.password must be set")
                .message()
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host:6379",
                "redis://",
                "redis://:s3cret@under_score:1",
                "redis://s3cret@host",
                "redis://ada:s3cret@host/zero",
                "redis://ada:s3cret with space@host",
                "redis-sentinel://ada:s3cret@host",
                "redis://ada:s3cret@host,",
                "redis://ada:s3cret@host,other_host",
                "redis://ada:s3/cret@host"
            })
    void anInvalidUriIsRefusedButNotQuoted(String uri) {
        assertThatThrownBy(() -> RedisSettings.of(Map.of(EndpointConfig.URI, uri)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("redis.uri")
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void aMissingUriIsRefused() {
        assertThatThrownBy(() -> RedisSettings.of(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("redis.uri");
    }
}
