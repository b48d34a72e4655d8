package io.multichat.app.settings;

import java.util.List;

/** The settings are invalid. The message lists every problem, one per line. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(List<String> problems) {
        super(problems.size() == 1 ? problems.get(0) : String.join("\n  ", headed(problems)));
    }

    private static List<String> headed(List<String> problems) {
        return List.of(problems.size() + " problems with the settings:", String.join("\n  ", problems));
    }
}
