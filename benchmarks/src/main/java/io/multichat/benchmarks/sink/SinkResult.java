package io.multichat.benchmarks.sink;

/**
 * The cost of one run of one contender.
 *
 * @param records number of records written
 * @param spent time of this process
 * @param serverCpuSeconds CPU of the server of the store, 0 if there is none
 */
record SinkResult(long records, Spent spent, double serverCpuSeconds) {
    double perSecond() {
        return records * 1e9 / spent.wallNanos();
    }

    /** CPU seconds of this process for a million records. */
    double cpuPerMillion() {
        return spent.cpuNanos() / 1e3 / records;
    }

    /** CPU seconds of the store's server for a million records. */
    double serverCpuPerMillion() {
        return serverCpuSeconds * 1e6 / records;
    }
}
