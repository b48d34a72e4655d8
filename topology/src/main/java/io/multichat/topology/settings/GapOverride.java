package io.multichat.topology.settings;

import java.time.Duration;

/**
 * Another gap for some conversations.
 *
 * @param pattern the shape of conversation keys, in which {@code *} stands for any characters, none included:
 *     {@code irc/*} is a platform, {@code discord/123/*} the threads of a channel
 * @param gap their gap; at least 1 ms
 */
public record GapOverride(String pattern, Duration gap) {
    private static final char ANY = '*';

    public GapOverride {
        SettingRules.requirePositive("session.gap.overrides", gap);
    }

    /**
     * True when the whole key has the shape of the pattern. Takes the first place where what follows an asterisk fits, and looks
     * for a later one only behind the last asterisk: keys are the choice of strangers, and no key may take long.
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
