package io.multichat.reading.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a message can be required to have. */
public enum SearchFeature {
    /** A web address in its text. */
    LINK,
    /** A message that it replies to. */
    REPLY,
    /** An edit. */
    EDIT,
    /** A part of this type. */
    ATTACHMENT,
    /** A part of this type. */
    TOOL_CALL,
    /** A part of this type. */
    TOOL_RESULT;

    /** The name in queries, which for a part is its type. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The feature with a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SearchFeature ofWireName(String name) {
        return Arrays.stream(values())
                .filter(feature -> feature.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it must be one of "
                        + Arrays.stream(values()).map(SearchFeature::wireName).collect(Collectors.joining(", "))));
    }
}
