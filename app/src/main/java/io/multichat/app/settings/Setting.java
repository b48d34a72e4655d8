package io.multichat.app.settings;

import io.multichat.app.settings.kind.ValueKind;

/**
 * One thing that can be configured.
 *
 * @param key lower-case words with dots between them, for example {@code session.gap}
 * @param defaultText the value that holds when nobody gives one, written as a user would write it
 * @param kind what the text means
 * @param doc one line for people
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

    /** The value as it may be shown to people. */
    String shown(String text) {
        return secret ? "(hidden)" : '"' + text + '"';
    }
}
