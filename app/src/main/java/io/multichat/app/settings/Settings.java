package io.multichat.app.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings of one run. All of them are valid. Immutable. */
public final class Settings {
    private final Map<String, String> given;
    private final Map<String, Object> values;
    private final Map<String, String> kafka;

    /** @param given valid texts by key; a missing setting has its default */
    private Settings(Map<String, String> given, Map<String, String> kafka) {
        this.given = Map.copyOf(given);
        this.values = Catalogue.all()
                .collect(Collectors.toUnmodifiableMap(
                        Setting::key,
                        setting -> setting.kind().parse(given.getOrDefault(setting.key(), setting.defaultText()))));
        this.kafka = Map.copyOf(kafka);
    }

    /** The defaults of all settings. */
    public static Settings defaults() {
        return new Settings(Map.of(), Map.of());
    }

    /**
     * Reads a file, then the environment, then assignments. Later values take precedence.
     *
     * @param file Java properties in UTF-8
     * @param environment environment variables; only those that begin with {@code MULTICHAT_} are used
     * @param assignments of the form {@code key=value}
     * @throws SettingsException with all problems in all three sources
     */
    public static Settings load(Optional<Path> file, Map<String, String> environment, List<String> assignments) {
        SettingsSources sources = new SettingsSources();
        file.ifPresent(sources::readFile);
        sources.readEnvironment(environment);
        sources.readAssignments(assignments);

        List<String> problems = new ArrayList<>(sources.problems());
        Map<String, String> given = new HashMap<>();
        Map<String, String> kafka = new HashMap<>();
        for (GivenValue value : sources.values()) {
            if (Catalogue.isKafka(value.key())) {
                kafka.put(value.key().substring(Catalogue.KAFKA.length()), value.text());
            } else {
                value.problem().ifPresentOrElse(problems::add, () -> given.put(value.key(), value.text()));
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new Settings(given, kafka);
    }

    /** Warnings about secrets among these assignments, which stand on the command line; empty: none. */
    public static List<String> visibleSecrets(List<String> assignments) {
        SettingsSources sources = new SettingsSources();
        sources.readAssignments(assignments);
        return sources.values().stream()
                .filter(GivenValue::isVisibleSecret)
                .map(value -> "all users of this machine can see " + value.key()
                        + " in the list of processes; set it in a file (--config) or in " + Variables.of(value.key()))
                .toList();
    }

    /** The value of a setting; its default unless the user gave one. */
    @SuppressWarnings("unchecked") // parsed by the setting's own kind
    public <T> T get(Setting<T> setting) {
        return (T) values.get(setting.key());
    }

    /**
     * The settings given by the user whose keys begin with a prefix, as text, in alphabetical order. May hold secrets.
     *
     * @param prefix for example {@code redis.}
     */
    public Map<String, String> given(String prefix) {
        Map<String, String> found = new TreeMap<>(given);
        found.keySet().removeIf(key -> !key.startsWith(prefix));
        return found;
    }

    /** The value of a setting as text, as a user would write it. */
    public String text(Setting<?> setting) {
        return given.getOrDefault(setting.key(), setting.defaultText());
    }

    /**
     * The same settings with another default.
     *
     * @param text applies unless the user gave the setting
     * @throws IllegalArgumentException when the text is not a valid value
     */
    public Settings withDefault(Setting<?> setting, String text) {
        Map<String, String> more = new HashMap<>(given);
        more.putIfAbsent(setting.key(), text);
        return new Settings(more, kafka);
    }

    /** Settings for every Kafka client: those given as {@code kafka.*}, without the prefix. May hold secrets. */
    public Map<String, String> kafka() {
        return kafka;
    }

    /** Names only, since values may be secret. */
    @Override
    public String toString() {
        return "Settings" + given.keySet();
    }
}
