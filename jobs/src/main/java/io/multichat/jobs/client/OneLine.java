package io.multichat.jobs.client;

/** Events as single lines. */
public final class OneLine {
    private OneLine() {}

    /** The same JSON without line breaks, which can only be between tokens. The archive keeps them as spaces as well. */
    public static byte[] of(byte[] json) {
        byte[] line = json.clone();
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        return line;
    }
}
