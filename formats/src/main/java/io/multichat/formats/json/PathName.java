package io.multichat.formats.json;

/** Writes the paths of JSON values. */
final class PathName {
    private PathName() {}

    /** The path of a field of the object at a path; the root's path is empty. */
    static String of(String object, String field) {
        return object.isEmpty() ? field : object + "." + field;
    }
}
