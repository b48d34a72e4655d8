package io.multichat.app.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A setting as the user gave it.
 *
 * @param key as written in a settings file
 * @param text the value without surrounding whitespace
 * @param source where it came from, for error messages: {@code --set}, {@code variable MULTICHAT_SESSION_GAP}
 */
record GivenValue(String key, String text, String source) {
    private static final Pattern SECRET_OF_KAFKA = Pattern.compile("^kafka\\..*(password|jaas|secret)");

    GivenValue {
        text = text.strip();
    }

    /** Whether the value must not stand on a command line. The address of a Redis is secret if it contains a password. */
    boolean isVisibleSecret() {
        boolean secret = Catalogue.find(key)
                .map(Setting::secret)
                .orElse(SECRET_OF_KAFKA.matcher(key).find());
        boolean address = key.equals(StoreSettings.REDIS_URI.key()) && !text.contains("@");
        return !text.isEmpty() && secret && !address;
    }

    /** What is wrong with it; empty: nothing. Never contains the value of a secret. */
    Optional<String> problem() {
        Optional<Setting<?>> setting = Catalogue.find(key);
        if (setting.isEmpty()) {
            String hint = Catalogue.nearest(key)
                    .map(known -> "did you mean " + known + "?")
                    .orElse("docs/configuration.md lists all settings");
            return Optional.of(key + " (" + source + ") is not a setting; " + hint);
        }
        try {
            setting.get().kind().parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.of(key + " is " + setting.get().shown(text) + " (" + source + "); it must be "
                    + setting.get().kind().rule());
        }
    }
}
