package io.multichat.benchmarks.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    /** Each competitor's counts are checked in the run itself; a wrong one would fail it. */
    @Test
    void everyCompetitorProcessesEveryMessageAndTheReportHasItsSpeed() throws Exception {
        Path report = folder.resolve("report.md");

        int code = run("--only", "throughput", "--messages", "2000", "--rounds", "1", "--report", report.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(Files.readString(report))
                .contains(
                        "| Multichat ",
                        "| Flink, heap state ",
                        "| Flink, RocksDB state ",
                        "| DSL session window ",
                        "| parse and forward ",
                        "target ≤ 0.80 ×");
    }

    @Test
    void theGroupOfSinksMeasuresEverySinkAndStartsNoBroker() throws Exception {
        Path report = folder.resolve("report.md");

        int code = run("--only", "sinks", "--sink-records", "600", "--rounds", "1", "--report", report.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(Files.readString(report))
                .contains(
                        "| SQLite, records/s ", "| Redis, records/s ", "| Archive, records/s ", "| messages of 16 KB ")
                .contains("SQLite sink relative to raw sqlite-jdbc: ", "target ≥ 0.80 ×", "target ≥ 0.70 ×");
    }

    @Test
    void jobsAreMeasuredInEveryFormat() throws Exception {
        Path report = folder.resolve("report.md");

        int code = run(
                "--only",
                "jobs",
                "--sink-records",
                "600",
                "--messages",
                "900",
                "--rounds",
                "1",
                "--report",
                report.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(Files.readString(report))
                .contains("| plain producing ", "| whatsapp ", "| decompress and copy ", "| html ", "target ≥ 0.50 ×");
    }

    @Test
    void anUnknownNameIsRefusedWithTheListOfNames() {
        assertThat(run("--only", "throughput,sped")).isEqualTo(2);
        assertThat(err.toString())
                .contains("\"sped\" is not one of [topology, sinks, dev, reading, jobs, erasure, throughput, ")
                .contains("--help");
    }

    @Test
    void aSizeOfZeroIsAnError() {
        assertThat(run("--messages", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--messages is 0; it must be at least 1");
    }

    private int run(String... args) {
        return BenchmarkCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
