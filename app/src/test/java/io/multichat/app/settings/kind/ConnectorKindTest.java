package io.multichat.app.settings.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.sinks.archive.ArchiveSinkConnector;
import io.multichat.sinks.redis.RedisSinkConnector;
import io.multichat.sinks.sqlite.SqliteSinkConnector;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorKindTest {
    private static final Map<String, ConfigDef.ConfigKey> DEFINITIONS = new HashMap<>();

    static {
        DEFINITIONS.putAll(new RedisSinkConnector().config().configKeys());
        DEFINITIONS.putAll(new SqliteSinkConnector().config().configKeys());
        DEFINITIONS.putAll(new ArchiveSinkConnector().config().configKeys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "redis:",
                "redis://",
                "localhost:6379",
                "redis://a b",
                "redis://a:٣",
                "redis://a/٣"
            })
    void anInvalidRedisUriIsRefused(String text) {
        assertThatThrownBy(() -> kind("redis.uri").parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://host", "rediss://user:p%40ss@one:1,two:2,three/4", "redis://[::1]:7,[::2]:8"})
    void aRedisUriMayListSeveralServers(String text) {
        assertThat(kind("redis.uri").parse(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "redis.mode, cluster, sharded, 'one of standalone, cluster, sentinel'",
        "redis.messages.max, 1, 0, a whole number of at least 1",
        "redis.messages.max, 7, many, a whole number of at least 1",
        "redis.messages.max, 7, ٧, a whole number of at least 1",
        "sqlite.search, false, maybe, true or false",
        "archive.compression, gzip, rar, 'one of zstd, gzip'",
    })
    void theRuleOfTheConnectorApplies(String key, String valid, String invalid, String rule) {
        assertThat(kind(key).parse(valid)).isEqualTo(valid);
        assertThatThrownBy(() -> kind(key).parse(invalid)).isInstanceOf(IllegalArgumentException.class);
        assertThat(kind(key).rule()).isEqualTo(rule);
    }

    private static ConnectorKind kind(String key) {
        return new ConnectorKind(DEFINITIONS.get(key));
    }
}
