package io.multichat.sinks.sqlite.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that holds the write lock of a file until its standard input ends. */
public final class LockHolder {
    private static final String HELD = "held";

    private LockHolder() {}

    /** Starts the program in a separate process; returns once it holds the lock. */
    public static Process start(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (!HELD.equals(line)) {
            throw new IllegalStateException("the lock holder printed " + line);
        }
        return process;
    }

    public static void main(String[] args) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            System.out.println(HELD);
            System.in.transferTo(System.err);
            statement.execute("COMMIT");
        }
    }
}
