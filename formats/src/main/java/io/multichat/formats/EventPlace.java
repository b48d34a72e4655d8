package io.multichat.formats;

/**
 * The place of an event in a file, for error messages: {@code line 12}.
 *
 * @param unit what the format counts, for example {@code line}
 * @param number counted from 1
 */
public record EventPlace(String unit, long number) {
    /** Unit and number, for example {@code line 12}. */
    @Override
    public String toString() {
        return unit + " " + number;
    }
}
