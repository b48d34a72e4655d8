package io.multichat.app.connect;

import io.multichat.app.embedded.FreePort;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The settings of a worker in tests: the shipped ones, plus those that a worker of a cluster needs.
 *
 * @param bootstrapServers the broker
 * @param restPort port of the REST interface
 * @param jmxPort JMX port for the metrics
 */
record WorkerSettings(String bootstrapServers, int restPort, int jmxPort) {
    static WorkerSettings onFreePorts(String bootstrapServers) {
        return new WorkerSettings(bootstrapServers, FreePort.find(), FreePort.find());
    }

    /** Writes the settings to the file that the worker is started with. */
    Path writeTo(Path file) throws IOException {
        Properties settings = KafkaInstallation.shipped("worker.properties");
        settings.remove("offset.storage.file.filename");
        settings.setProperty("bootstrap.servers", bootstrapServers);
        settings.setProperty("plugin.path", KafkaInstallation.plugins().toString());
        settings.setProperty("listeners", "http://127.0.0.1:" + restPort);
        settings.setProperty("group.id", "workers");
        for (String topic : new String[] {"config", "offset", "status"}) {
            settings.setProperty(topic + ".storage.topic", "connect-" + topic);
            settings.setProperty(topic + ".storage.replication.factor", "1");
        }
        settings.setProperty("offset.storage.partitions", "1");
        settings.setProperty("status.storage.partitions", "1");
        // A killed worker comes back soon, so no time is spent waiting for it: its place is free as soon as
        // Kafka allows.
        settings.setProperty("scheduled.rebalance.max.delay.ms", "0");
        settings.setProperty("session.timeout.ms", "6000");
        settings.setProperty("heartbeat.interval.ms", "2000");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return file;
    }

    /** The command line of the worker with its settings in a file. */
    List<String> command(Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dlogback.configurationFile=" + WorkerSettings.class.getResource("worker-logback.xml"),
                "-Dcom.sun.management.jmxremote.port=" + jmxPort,
                "-Dcom.sun.management.jmxremote.rmi.port=" + jmxPort,
                "-Dcom.sun.management.jmxremote.host=127.0.0.1",
                "-Djava.rmi.server.hostname=127.0.0.1",
                "-Dcom.sun.management.jmxremote.authenticate=false",
                "-Dcom.sun.management.jmxremote.ssl=false",
                "-cp",
                KafkaInstallation.classPath(),
                "org.apache.kafka.connect.cli.ConnectDistributed",
                file.toString());
    }
}
