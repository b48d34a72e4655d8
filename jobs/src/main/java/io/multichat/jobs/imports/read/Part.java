package io.multichat.jobs.imports.read;

/**
 * A part of the files of an import that is read in one go: a file, or several that belong together.
 *
 * @param file the number of the file, folder or zip that the user named, from 0
 * @param number the number of the part in it, from 0; always the same while the files do not change
 */
public record Part(int file, int number) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
        return file == other.file ? Integer.compare(number, other.number) : Integer.compare(file, other.file);
    }
}
