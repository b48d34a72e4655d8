package io.multichat.app.connect.outage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Another process that holds the write lock of a database. */
final class LockHolder implements AutoCloseable {
    private static final String LOCKED = "locked";

    private final Process process;

    private LockHolder(Process process) {
        this.process = process;
    }

    /** Returns when the other process has the lock. */
    static LockHolder lock(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String said = output.readLine();
        if (!LOCKED.equals(said)) {
            throw new IllegalStateException("the other process did not lock " + file + " but printed " + said);
        }
        return new LockHolder(process);
    }

    /** Releases the lock. */
    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.onExit().join();
    }

    /** Locks the file given as the argument until the input ends. */
    public static void main(String[] arguments) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 60000");
            statement.execute("BEGIN EXCLUSIVE");
            System.out.println(LOCKED);
            new InputStreamReader(System.in, StandardCharsets.UTF_8).read();
            statement.execute("ROLLBACK");
        }
    }
}
