package io.multichat.app.testing;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The locales of users whose letters, digits or calendars differ, and the C locale. */
public enum UserLocale {
    C("en", "", ""),
    /** The small letter of I is ı, the capital letter of i is İ. */
    TURKISH("tr", "TR", ""),
    PERSIAN("fa", "IR", ""),
    ARABIC("ar", "EG", ""),
    THAI("th", "TH", "u-ca-buddhist-nu-thai"),
    HINDI("hi", "IN", "u-nu-deva");

    private final String language;
    private final String country;
    private final String extensions;

    UserLocale(String language, String country, String extensions) {
        this.language = language;
        this.country = country;
        this.extensions = extensions;
    }

    /** The options with which Java starts as it does for a user with this locale. */
    public String[] javaOptions() {
        return new String[] {
            "-Duser.language=" + language, "-Duser.country=" + country, "-Duser.extensions=" + extensions
        };
    }

    /** The language tag of Java's default locale with these options. */
    public String languageTag() {
        return Stream.of(language, country, extensions)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
    }
}
