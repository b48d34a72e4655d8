package io.multichat.app.settings;

/**
 * A setting as somebody gave it.
 *
 * @param key as it is written in a settings file
 * @param text the value, without blanks around it
 * @param source where it came from, for people: {@code --set}, {@code the variable MULTICHAT_SESSION_GAP}
 */
record GivenValue(String key, String text, String source) {
    GivenValue {
        text = text.strip();
    }
}
