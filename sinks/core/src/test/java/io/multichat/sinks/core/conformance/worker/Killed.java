package io.multichat.sinks.core.conformance.worker;

/** The death of the process in the middle of a call: a fault injector throws it, and only {@link Workers} catches it. */
public class Killed extends Error {
    private static final long serialVersionUID = 1L;
}
