package io.multichat.reading.diagnosis;

/**
 * A condition that needs attention.
 *
 * @param severity how urgent it is
 * @param problem what was found, and what may follow from it
 * @param fix what to do: a setting, or a command to run
 */
public record Finding(Severity severity, String problem, String fix) {
    /** How urgent a finding is. */
    public enum Severity {
        /** Records are lost, can be lost or are exposed, or a part does not work. */
        DANGER,
        /** Everything works, but less well or less safely than it could. */
        WARNING
    }

    public static Finding danger(String problem, String fix) {
        return new Finding(Severity.DANGER, problem, fix);
    }

    public static Finding warning(String problem, String fix) {
        return new Finding(Severity.WARNING, problem, fix);
    }
}
