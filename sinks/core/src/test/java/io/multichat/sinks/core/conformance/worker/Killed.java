package io.multichat.sinks.core.conformance.worker;

/** The end of the process in the middle of a call: whoever injects it throws it, and nothing catches it but the play. */
public class Killed extends Error {
    private static final long serialVersionUID = 1L;
}
