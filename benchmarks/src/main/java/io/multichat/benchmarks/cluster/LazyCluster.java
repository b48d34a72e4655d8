package io.multichat.benchmarks.cluster;

/** A cluster that starts on first use. Thread-safe. */
public final class LazyCluster implements AutoCloseable {
    private Cluster cluster;

    public synchronized Cluster get() {
        if (cluster == null) {
            cluster = Cluster.start();
        }
        return cluster;
    }

    /** The last warnings and errors of the broker; usually empty. */
    public synchronized String brokerLog() {
        return cluster == null ? "" : cluster.brokerLog();
    }

    /** Idempotent; does nothing if the cluster was never used. */
    @Override
    public synchronized void close() {
        if (cluster != null) {
            cluster.close();
        }
    }
}
