package io.multichat.app.settings;

import java.util.List;

/** The given settings cannot be used. The message names every problem, one line each. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(List<String> problems) {
        super(problems.size() == 1 ? problems.get(0) : String.join("\n  ", headed(problems)));
    }

    private static List<String> headed(List<String> problems) {
        return List.of(problems.size() + " settings cannot be used:", String.join("\n  ", problems));
    }
}
