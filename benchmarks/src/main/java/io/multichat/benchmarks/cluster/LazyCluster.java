package io.multichat.benchmarks.cluster;

/** A cluster that starts when it is first asked for. Thread-safe. */
public final class LazyCluster implements AutoCloseable {
    private Cluster cluster;

    public synchronized Cluster get() {
        if (cluster == null) {
            cluster = Cluster.start();
        }
        return cluster;
    }

    /** The last of what the broker complained about; usually nothing. */
    public synchronized String brokerLog() {
        return cluster == null ? "" : cluster.brokerLog();
    }

    /** Idempotent; does nothing to what was never asked for. */
    @Override
    public synchronized void close() {
        if (cluster != null) {
            cluster.close();
        }
    }
}
