package io.multichat.formats;

import java.util.Optional;

/**
 * The place of an event in a file, for error messages: {@code line 12}.
 *
 * @param unit what the format counts, for example {@code line}
 * @param number counted from 1; 0 for a file as a whole
 * @param file the name of the file in a folder or zip; empty when only one file is read
 */
public record EventPlace(String unit, long number, Optional<String> file) {
    /** A line of the only file. */
    public static EventPlace line(long number) {
        return new EventPlace("line", number, Optional.empty());
    }

    /** A file as a whole. */
    public static EventPlace whole(String file) {
        return new EventPlace("file", 0, Optional.of(file));
    }

    /** This place in a file of a folder or zip. */
    public EventPlace in(String name) {
        return new EventPlace(unit, number, Optional.of(name));
    }

    /** Unit, number and file, for example {@code line 12} or {@code line 12 of general/2026-01-31.json}. */
    @Override
    public String toString() {
        String place = number == 0 ? "" : unit + " " + number;
        String name = file.orElse("");
        return place.isEmpty() || name.isEmpty() ? place + name : place + " of " + name;
    }
}
