package io.multichat.app.settings.kind;

/**
 * Parses and validates the text of a setting.
 *
 * @param <T> the type of the value
 */
public interface ValueKind<T> {
    /**
     * Parses a value.
     *
     * @param text without surrounding whitespace
     * @throws IllegalArgumentException when the text breaks the {@link #rule()}; its message is never shown
     */
    T parse(String text);

    /**
     * The rule for valid values, as the end of "It must be …": {@code a whole number from 1 to 64}. Empty when every text is
     * valid.
     */
    String rule();
}
