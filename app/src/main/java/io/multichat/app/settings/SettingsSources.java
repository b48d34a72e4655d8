package io.multichat.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads settings from the three sources. Call the methods in ascending order of precedence. */
final class SettingsSources {
    private final List<GivenValue> values = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** A file of Java properties, UTF-8. */
    void readFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            problems.add("the settings file " + file + " does not exist");
        } catch (IOException | IllegalArgumentException e) {
            problems.add(
                    "the settings file " + file + " cannot be read as Java properties in UTF-8: " + e.getMessage());
        }
        for (String key : new TreeMap<>(properties)
                .keySet().stream().map(String.class::cast).toList()) {
            values.add(new GivenValue(key, properties.getProperty(key), "file " + file));
        }
    }

    /** Environment variables that begin with {@code MULTICHAT_}; all others are ignored. */
    void readEnvironment(Map<String, String> environment) {
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (Variables.isSetting(name)) {
                String key =
                        Catalogue.ofVariable(name).<String>map(Setting::key).orElseGet(() -> Variables.keyOf(name));
                values.add(new GivenValue(key, variable.getValue(), "variable " + name));
            }
        }
    }

    /** Assignments {@code key=value}. */
    void readAssignments(List<String> assignments) {
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                problems.add("--set must be followed by key=value, for example --set session.gap=10m");
            } else {
                String key = assignment.substring(0, equals).strip();
                values.add(new GivenValue(key, assignment.substring(equals + 1), "--set"));
            }
        }
    }

    List<GivenValue> values() {
        return values;
    }

    List<String> problems() {
        return problems;
    }
}
