package io.multichat.benchmarks.sink;

/**
 * What one run of one contender took.
 *
 * @param records written
 * @param spent by this process
 * @param serverCpuSeconds CPU of the store's server, 0 where there is none
 */
record SinkResult(long records, Spent spent, double serverCpuSeconds) {
    double perSecond() {
        return records * 1e9 / spent.wallNanos();
    }

    /** Seconds of CPU of this process for a million records. */
    double cpuPerMillion() {
        return spent.cpuNanos() / 1e3 / records;
    }

    /** Seconds of CPU of the store's server for a million records. */
    double serverCpuPerMillion() {
        return serverCpuSeconds * 1e6 / records;
    }
}
