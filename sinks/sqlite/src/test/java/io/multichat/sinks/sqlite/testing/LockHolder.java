package io.multichat.sinks.sqlite.testing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that holds the write lock of a file until its standard input ends. */
public final class LockHolder {
    public static final String HELD = "held";

    private LockHolder() {}

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
