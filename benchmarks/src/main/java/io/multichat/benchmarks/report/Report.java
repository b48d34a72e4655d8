package io.multichat.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The report of a run: what was measured, where and how. */
public final class Report {
    private static final String METHOD = """
            Topology: every process of Kafka Streams has one stream thread, `exactly_once_v2`, and the properties that the application
            uses. Messages/s and CPU are measured inside the process, from the first processed record to the last, with the
            counter of Kafka Streams, or that of the Flink job. They include warming up, but not starting the JVM and joining the group.
            CPU is that of the whole process, compiler and garbage collector included, in seconds per million records. Bytes written are
            what the process sent to Kafka according to the producer's counters: outputs, changelogs and repartition topics,
            uncompressed, with 78 bytes for each transaction marker; the broker's own topics for offsets and transactions are not
            included. A round with wrong counts fails the whole run (required of Multichat and Flink: accepted + duplicates + dead
            letters = read, accepted = messages in the transcript = distinct, and the sessions that the load must give; of the windows:
            messages in all windows = read). Medians of rounds; ratios of medians.""";

    private final String arguments;
    private final String machine = Machine.describe();
    private final List<Section> sections = new ArrayList<>();

    /** @param arguments the command line of the benchmarks */
    public Report(String arguments) {
        // The path of the report has no influence on the figures.
        this.arguments = arguments.replaceAll("--report[ =]\\S+", "").strip();
    }

    /** The machine, in a few lines. */
    public String machine() {
        return machine;
    }

    public void add(Section section) {
        sections.add(section);
    }

    /** Writes the report, replacing the file. */
    public void writeTo(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Benchmarks");
        lines.add("");
        lines.add("Written by `" + ("benchmarks/run " + arguments).strip() + "`; do not edit.");
        lines.add("");
        lines.add(machine);
        lines.add("");
        lines.add(METHOD);
        for (Section section : sections) {
            lines.add("");
            lines.addAll(section.lines());
        }
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.write(file, lines, StandardCharsets.UTF_8);
    }
}
