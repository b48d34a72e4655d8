package io.multichat.app.settings.kind;

/**
 * What the text of a setting means.
 *
 * @param <T> what the text is turned into
 */
public interface ValueKind<T> {
    /**
     * The value that a text stands for.
     *
     * @param text without blanks around it
     * @throws IllegalArgumentException when the text breaks the {@link #rule()}; its message is not shown to anyone
     */
    T parse(String text);

    /** What a value must be, to be read after "must be": {@code a whole number from 1 to 64}. */
    String rule();
}
