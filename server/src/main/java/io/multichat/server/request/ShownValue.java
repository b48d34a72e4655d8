package io.multichat.server.request;

/** The form in which error messages repeat what a client sent. */
public final class ShownValue {
    private static final int MAX_LENGTH = 100;

    private ShownValue() {}

    /** The value, shortened if it is long. */
    public static String of(String value) {
        return value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) + "…" : value;
    }
}
