package io.multichat.app.settings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All settings. */
final class Catalogue {
    /** Keys with this prefix are settings for Kafka's clients and are passed on without it. */
    static final String KAFKA = "kafka.";

    private static final String SINK =
            "`multichat dev` passes these settings to the sink that it runs. A sink on a Connect cluster has them, under the same"
                    + " names, in its connector's configuration. `multichat serve` reads what such a sink writes and needs the"
                    + " same ";

    /**
     * A group of related settings.
     *
     * @param title the heading of the section
     * @param introduction a paragraph above the settings; empty: none
     * @param settings in the order of the documentation
     */
    record Section(String title, String introduction, List<Setting<?>> settings) {}

    static final List<Section> SECTIONS = List.of(
            new Section("Sessions", "", SessionSettings.ALL),
            new Section("Topics", "", TopicSettings.ALL),
            new Section(
                    "Redis", SINK + "values, except for `redis.ttl` and `redis.messages.max`.", StoreSettings.OF_REDIS),
            new Section("SQLite", SINK + "`sqlite.file`.", StoreSettings.OF_SQLITE),
            new Section("Archive", SINK + "`archive.dir`.", StoreSettings.OF_ARCHIVE),
            new Section("Erasure", "", ErasureSettings.ALL),
            new Section("Server", "", ServerSettings.ALL));

    private static final Map<String, Setting<?>> BY_KEY =
            all().collect(Collectors.toUnmodifiableMap(Setting::key, Function.identity()));

    private Catalogue() {}

    static Stream<Setting<?>> all() {
        return SECTIONS.stream().map(Section::settings).flatMap(Collection::stream);
    }

    static Optional<Setting<?>> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The setting that an environment variable sets. */
    static Optional<Setting<?>> ofVariable(String variable) {
        return BY_KEY.values().stream()
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }

    /** Whether a key is passed on to Kafka's clients. */
    static boolean isKafka(String key) {
        return key.length() > KAFKA.length() && key.startsWith(KAFKA);
    }

    /** The known key that the user most likely meant by {@code key}. */
    static Optional<String> nearest(String key) {
        return NearMiss.of(
                key, Stream.concat(BY_KEY.keySet().stream(), Stream.of(KAFKA)).toList());
    }
}
