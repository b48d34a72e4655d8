package io.multichat.topology.settings;

import java.time.Duration;

/** Checks of single settings. Each throws an {@link IllegalArgumentException} with the setting, its value and the rule. */
final class SettingRules {
    /** A hundred years, so that no sum of times and durations overflows. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private SettingRules() {}

    static void requirePositive(String setting, Duration value) {
        requireNotNegative(setting, value);
        if (value.toMillis() == 0) {
            throw new IllegalArgumentException(setting + " is " + value + "; it must be at least 1ms");
        }
    }

    static void requireNotNegative(String setting, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    setting + " is " + value + "; it must not be negative or longer than " + LONGEST);
        }
    }

    static void requireAtLeast(String setting, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(setting + " is " + value + "; it must be at least " + least);
        }
    }
}
