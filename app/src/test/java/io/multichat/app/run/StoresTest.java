package io.multichat.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.multichat.app.settings.Settings;
import io.multichat.app.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoresTest {
    private static final Path DATA = Path.of("/data");

    @Test
    void byDefaultTheFilesAreInTheDataDirectoryAndThereIsNoRedis() {
        assertThat(stores()).isEqualTo(new Stores(Map.of(), Path.of("/data/sessions.db"), Path.of("/data/archive")));
    }

    @Test
    void theRedisSettingsThatTheUserGaveKeepTheirNames() {
        Stores stores = stores(
                "redis.uri=rediss://one,two:26380/3",
                "redis.mode=sentinel",
                "redis.sentinel.master=chat",
                "redis.password=geheim",
                "session.gap=10m");

        assertThat(stores.redis())
                .containsOnly(
                        Map.entry("redis.uri", "rediss://one,two:26380/3"),
                        Map.entry("redis.mode", "sentinel"),
                        Map.entry("redis.sentinel.master", "chat"),
                        Map.entry("redis.password", "geheim"));
    }

    @Test
    void redisSettingsWithoutAUriAreRefusedByName() {
        assertThatThrownBy(() -> stores("redis.password=geheim", "redis.mode=cluster", "redis.ttl=1h"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("redis.password is set but redis.uri is empty")
                .hasMessageContaining("redis.mode is set but redis.uri is empty")
                .hasMessageNotContaining("redis.ttl")
                .hasMessageNotContaining("geheim");
    }

    private static Stores stores(String... assignments) {
        return Stores.of(Settings.load(Optional.empty(), Map.of(), List.of(assignments)), DATA);
    }
}
