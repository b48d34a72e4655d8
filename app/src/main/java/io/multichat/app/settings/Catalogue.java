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
    /** Keys that begin so are settings of Kafka's clients and are passed on without the prefix. */
    static final String KAFKA = "kafka.";

    /**
     * Settings of one concern.
     *
     * @param title for people
     * @param settings in the order in which they are explained
     */
    record Section(String title, List<Setting<?>> settings) {}

    static final List<Section> SECTIONS = List.of(
            new Section("Sessions", SessionSettings.ALL),
            new Section("Topics", TopicSettings.ALL),
            new Section("Stores", StoreSettings.ALL),
            new Section("Server", ServerSettings.ALL));

    private static final Map<String, Setting<?>> BY_KEY = SECTIONS.stream()
            .map(Section::settings)
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableMap(Setting::key, Function.identity()));

    private Catalogue() {}

    static Optional<Setting<?>> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The setting that is set by that environment variable. */
    static Optional<Setting<?>> ofVariable(String variable) {
        return BY_KEY.values().stream()
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }

    /** True for a key that is passed on to Kafka's clients. */
    static boolean isKafka(String key) {
        return key.length() > KAFKA.length() && key.startsWith(KAFKA);
    }

    /** The known key that somebody who typed {@code key} most likely meant. */
    static Optional<String> nearest(String key) {
        return NearMiss.of(
                key, Stream.concat(BY_KEY.keySet().stream(), Stream.of(KAFKA)).toList());
    }
}
