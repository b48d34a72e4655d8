package io.multichat.app.settings;

/**
 * A setting as the user gave it.
 *
 * @param key as written in a settings file
 * @param text the value without surrounding whitespace
 * @param source where it came from, for error messages: {@code --set}, {@code variable MULTICHAT_SESSION_GAP}
 */
record GivenValue(String key, String text, String source) {
    GivenValue {
        text = text.strip();
    }
}
