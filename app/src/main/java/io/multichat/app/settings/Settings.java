package io.multichat.app.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of one run; all of them valid. Immutable. */
public final class Settings {
    private final Map<String, String> texts;
    private final Map<String, String> kafka;

    private Settings(Map<String, String> texts, Map<String, String> kafka) {
        this.texts = Map.copyOf(texts);
        this.kafka = Map.copyOf(kafka);
    }

    /** What holds when nobody gives anything. */
    public static Settings defaults() {
        return new Settings(Map.of(), Map.of());
    }

    /**
     * Reads a file, then the environment, then assignments; the later ones win.
     *
     * @param file Java properties in UTF-8
     * @param environment of which only variables that begin with {@code MULTICHAT_} count
     * @param assignments of the form {@code key=value}
     * @throws SettingsException with all problems of all three places at once
     */
    public static Settings load(Optional<Path> file, Map<String, String> environment, List<String> assignments) {
        SettingsSources sources = new SettingsSources();
        file.ifPresent(sources::readFile);
        sources.readEnvironment(environment);
        sources.readAssignments(assignments);

        List<String> problems = new ArrayList<>(sources.problems());
        Map<String, String> texts = new HashMap<>();
        Map<String, String> kafka = new HashMap<>();
        for (GivenValue given : sources.given()) {
            if (Catalogue.isKafka(given.key())) {
                kafka.put(given.key().substring(Catalogue.KAFKA.length()), given.text());
            } else {
                problemOf(given).ifPresentOrElse(problems::add, () -> texts.put(given.key(), given.text()));
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new Settings(texts, kafka);
    }

    /** The value of a setting: what was given, else its default. */
    public <T> T get(Setting<T> setting) {
        return setting.kind().parse(texts.getOrDefault(setting.key(), setting.defaultText()));
    }

    /**
     * The same settings with another default.
     *
     * @param text what holds unless somebody gave the setting
     * @throws IllegalArgumentException when the text is no valid value
     */
    public Settings withDefault(Setting<?> setting, String text) {
        setting.kind().parse(text);
        Map<String, String> more = new HashMap<>(texts);
        more.putIfAbsent(setting.key(), text);
        return new Settings(more, kafka);
    }

    /** What was given under {@code kafka.*}, without the prefix: settings for every client of Kafka. May hold secrets. */
    public Map<String, String> kafka() {
        return kafka;
    }

    /** Only names, since values may be secret. */
    @Override
    public String toString() {
        return "Settings" + texts.keySet();
    }

    private static Optional<String> problemOf(GivenValue given) {
        Optional<Setting<?>> setting = Catalogue.find(given.key());
        if (setting.isEmpty()) {
            String hint = Catalogue.nearest(given.key())
                    .map(key -> "did you mean " + key + "?")
                    .orElse("docs/configuration.md lists them all");
            return Optional.of(given.key() + " (" + given.source() + ") is not a setting; " + hint);
        }
        try {
            setting.get().kind().parse(given.text());
            return Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.of(given.key() + " is " + setting.get().shown(given.text()) + " (" + given.source()
                    + "); it must be " + setting.get().kind().rule());
        }
    }
}
