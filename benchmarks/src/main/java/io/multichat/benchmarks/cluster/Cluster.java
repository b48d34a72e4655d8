package io.multichat.benchmarks.cluster;

import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.benchmarks.child.FileTree;
import io.multichat.jobs.client.KafkaAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.admin.Admin;

/** One broker on an empty temporary folder, with clients. Closing it deletes everything. */
public final class Cluster implements AutoCloseable {
    private final Path folder;
    private final Broker broker;
    private final Admin admin;
    private final KafkaAccess kafka;
    private boolean closed;

    private Cluster(Path folder, Broker broker) {
        this.folder = folder;
        this.broker = broker;
        this.kafka = DeploymentSettings.kafka(broker.bootstrapServers(), Settings.defaults());
        this.admin = kafka.admin();
    }

    /** Starts the broker and returns once it accepts requests. */
    public static Cluster start() {
        try {
            Path folder = Files.createTempDirectory("multichat-benchmarks");
            return new Cluster(folder, Broker.start(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The last warnings and errors of the broker; usually empty. */
    public String brokerLog() {
        return broker.process().lastErrors();
    }

    public BenchmarkTopics topics() {
        return new BenchmarkTopics(kafka, admin);
    }

    public Offsets offsets() {
        return new Offsets(kafka, admin, topics());
    }

    public TopicReader reader() {
        return new TopicReader(kafka);
    }

    /** A file or folder that is deleted when this is closed. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** Idempotent. Safe from any thread. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            admin.close();
            broker.close();
            FileTree.delete(folder);
        }
    }
}
