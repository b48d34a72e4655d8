package io.multichat.app.settings.kind;

import io.multichat.events.text.WholeNumbers;

/**
 * A whole number.
 *
 * @param min the smallest allowed
 * @param max the largest allowed
 */
public record NumberKind(int min, int max) implements ValueKind<Integer> {
    @Override
    public Integer parse(String text) {
        int number = WholeNumbers.parseInt(text);
        if (number < min || number > max) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }

    @Override
    public String rule() {
        return "a whole number from " + min + " to " + max;
    }
}
