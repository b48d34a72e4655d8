package io.multichat.app.settings;

import io.multichat.app.settings.kind.ValueKind;

/**
 * A configuration setting.
 *
 * @param key lower-case words separated by dots, for example {@code session.gap}
 * @param defaultText the default value, as a user would write it
 * @param kind parses and validates the text
 * @param doc one line of documentation
 * @param secret true when the value must never be shown
 * @param <T> the type of the value
 */
public record Setting<T>(String key, String defaultText, ValueKind<T> kind, String doc, boolean secret) {
    /** The environment variable of the setting, for example {@code MULTICHAT_SESSION_GAP}. */
    public String variable() {
        return Variables.of(key);
    }

    static <T> Setting<T> of(String key, String defaultText, ValueKind<T> kind, String doc) {
        return new Setting<>(key, defaultText, kind, doc, false);
    }

    static <T> Setting<T> secret(String key, String defaultText, ValueKind<T> kind, String doc) {
        return new Setting<>(key, defaultText, kind, doc, true);
    }

    /** The value for an error message; hidden when it is secret. */
    String shown(String text) {
        return secret ? "(hidden)" : '"' + text + '"';
    }
}
