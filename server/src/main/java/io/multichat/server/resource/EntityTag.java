package io.multichat.server.resource;

import io.multichat.events.SessionSnapshot;
import java.util.Arrays;

/** The entity tags of snapshots. They are weak, because answers of equal snapshots may differ in their source. */
final class EntityTag {
    private EntityTag() {}

    /** The tag of a snapshot: its session and version. */
    static String of(SessionSnapshot session) {
        return "W/\"" + session.sessionId() + "." + session.version().generation() + "."
                + session.version().counter() + "\"";
    }

    /**
     * True if a list of tags contains a tag, or any.
     *
     * @param tags the header {@code If-None-Match}; null if the request does not have it
     */
    static boolean isAmong(String tag, String tags) {
        return tags != null
                && Arrays.stream(tags.split(","))
                        .map(String::strip)
                        .anyMatch(given -> given.equals("*") || opaque(given).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
