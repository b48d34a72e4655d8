package io.multichat.reading.diagnosis;

import java.util.List;

/** An examination of one part of a deployment. It changes nothing. */
public interface Check {
    /** What it examines, in one or two words, such as {@code redis}. */
    String name();

    /**
     * What is wrong; empty if nothing is.
     *
     * @throws RuntimeException if the part cannot be examined; the message says why and what to do
     */
    List<Finding> findings();
}
