package io.multichat.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The document that tells what was measured, where and how. */
public final class Report {
    private static final String METHOD = """
            Topology: every process has one stream thread, `exactly_once_v2`, and the same properties of Kafka Streams: those that the
            app runs with. Messages/s and CPU are taken inside the process, from the first processed record to the last, by
            the counter of Kafka Streams; starting the JVM and joining the group are not in it, warming up is. CPU is that of
            the whole process, compiler and garbage collector included, in seconds for a million records. Bytes written are
            those that the process sent to Kafka, by the producer's counters: outputs, changelogs and repartition topics,
            uncompressed, with 78 bytes for each transaction marker; the broker's own topics of offsets and transactions are
            not in it. A round whose counts are wrong (accepted + duplicates + dead letters = read, accepted = distinct;
            messages in all windows = read) fails the whole run. Medians of rounds; ratios of medians.""";

    private final String arguments;
    private final String machine = Machine.describe();
    private final List<Section> sections = new ArrayList<>();

    /** @param arguments with which the benchmarks were started */
    public Report(String arguments) {
        // Where the report goes says nothing about the figures.
        this.arguments = arguments.replaceAll("--report[ =]\\S+", "").strip();
    }

    /** Where this runs, in a few lines. */
    public String machine() {
        return machine;
    }

    public void add(Section section) {
        sections.add(section);
    }

    /** Replaces the file. */
    public void writeTo(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Benchmarks");
        lines.add("");
        lines.add("Written by `" + ("benchmarks/run " + arguments).strip() + "`, never by hand.");
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
