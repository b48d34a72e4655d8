package io.multichat.app.settings;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Environment variables that begin with {@code MULTICHAT_}. */
final class Variables {
    static final String PREFIX = "MULTICHAT_";

    /** Read by the launcher and the command line; not settings. */
    private static final Set<String> RESERVED = Set.of("MULTICHAT_JAVA_OPTS", "MULTICHAT_HOME", "MULTICHAT_CONFIG");

    /** Kubernetes sets these in every container of a namespace that has a service named {@code multichat}. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("MULTICHAT_SERVICE_(HOST|PORT(_.*)?)|MULTICHAT_PORT(_[0-9]+_(TCP|UDP|SCTP)(_.*)?)?");

    private Variables() {}

    static String of(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** Whether the variable is meant as a setting. */
    static boolean isSetting(String variable) {
        return variable.startsWith(PREFIX)
                && !RESERVED.contains(variable)
                && !SERVICE_LINK.matcher(variable).matches();
    }

    /** The key that a variable most likely stands for, for example {@code kafka.security.protocol}. */
    static String keyOf(String variable) {
        return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
