package io.multichat.formats.write;

/** Names the parts into which a file is split. */
public final class FilePart {
    private FilePart() {}

    /**
     * The path of a part, without its extension. No name of a conversation or a thread ends like this.
     *
     * @param part from 1; the first part has the name of the whole file
     */
    public static String name(String path, int part) {
        return part == 1 ? path : path + "~part" + part;
    }
}
