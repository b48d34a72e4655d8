package io.multichat.topology.settings;

import java.time.Duration;

/**
 * A gap for the conversations whose keys match a pattern.
 *
 * @param pattern matches whole conversation keys; {@code *} stands for any number of characters, including zero:
 *     {@code irc/*} is a platform, {@code discord/123/*} the threads of a channel
 * @param gap at least 1 ms
 */
public record GapOverride(String pattern, Duration gap) {
    private static final char ANY = '*';

    public GapOverride {
        SettingRules.requirePositive("session.gap.overrides", gap);
    }

    /**
     * True when the pattern matches the whole key. Backtracks only to the last asterisk, which bounds the time by the product of
     * both lengths, because untrusted publishers choose the keys.
     */
    public boolean matches(String key) {
        int at = 0;
        int next = 0;
        int asterisk = -1;
        int retry = 0;
        while (at < key.length()) {
            if (next < pattern.length() && pattern.charAt(next) == ANY) {
                asterisk = next++;
                retry = at;
            } else if (next < pattern.length() && pattern.charAt(next) == key.charAt(at)) {
                next++;
                at++;
            } else if (asterisk >= 0) {
                next = asterisk + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        return pattern.substring(next).chars().allMatch(left -> left == ANY);
    }
}
