package io.multichat.benchmarks.job;

import java.util.List;

/**
 * The figures of imports or exports, and of what they are compared with.
 *
 * @param baseline the same work without Multichat, in units per second
 * @param formats one for each format, JSON Lines first
 */
public record JobResult(double baseline, List<OfFormat> formats) {
    /**
     * The figures of a format.
     *
     * @param format its name
     * @param perSecond lines of an import or MB of an export in a second, the median of the rounds
     * @param smallMib the heap while a little is imported or exported
     * @param largeMib the heap while much is
     */
    public record OfFormat(String format, double perSecond, double smallMib, double largeMib) {
        /** How the heap grows with the amount. */
        public double growth() {
            return largeMib / smallMib;
        }
    }

    /** The speed of JSON Lines. */
    public double jsonLines() {
        return formats.get(0).perSecond();
    }
}
