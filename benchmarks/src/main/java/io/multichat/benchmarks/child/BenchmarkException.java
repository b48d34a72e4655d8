package io.multichat.benchmarks.child;

/** A benchmark failed in a way that makes its figures meaningless. The message says why. */
public final class BenchmarkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BenchmarkException(String message) {
        super(message);
    }

    public BenchmarkException(String message, Throwable cause) {
        super(message, cause);
    }
}
