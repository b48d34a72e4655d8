package io.multichat.sinks.sqlite.sql;

import io.multichat.reading.StoreException;
import io.multichat.reading.StoreException.Verdict;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.sqlite.SQLiteErrorCode;

/** Gives each error of SQLite a verdict. No other class does. */
public final class SqliteErrors {
    private static final int PRIMARY_CODE = 0xFF;

    /** By primary result code. Any other code is a bug or a wrong schema, which no retry fixes. */
    private static final Map<SQLiteErrorCode, Advice> ADVICE = Map.ofEntries(
            advice(SQLiteErrorCode.SQLITE_BUSY, Verdict.RETRY, "another process is writing; retrying later"),
            advice(SQLiteErrorCode.SQLITE_LOCKED, Verdict.RETRY, "a table is locked; retrying later"),
            advice(SQLiteErrorCode.SQLITE_PROTOCOL, Verdict.RETRY, "locking failed; retrying later"),
            advice(SQLiteErrorCode.SQLITE_SCHEMA, Verdict.RETRY, "the schema has just changed; retrying later"),
            advice(
                    SQLiteErrorCode.SQLITE_INTERRUPT,
                    Verdict.RETRY,
                    "the query took too long and was given up; narrow it, for example by conversation, sender or time"),
            advice(SQLiteErrorCode.SQLITE_NOMEM, Verdict.RETRY, "out of memory; retrying later"),
            advice(SQLiteErrorCode.SQLITE_FULL, Verdict.RETRY, "the disk is full; free some space; retrying later"),
            advice(
                    SQLiteErrorCode.SQLITE_IOERR,
                    Verdict.RETRY,
                    "reading or writing the disk failed; check the disk; retrying later"),
            advice(
                    SQLiteErrorCode.SQLITE_READONLY,
                    Verdict.STOP,
                    "make the file and its folder writable for this process, then restart the task"),
            advice(
                    SQLiteErrorCode.SQLITE_PERM,
                    Verdict.STOP,
                    "give this process access to the file, then restart the task"),
            advice(
                    SQLiteErrorCode.SQLITE_CANTOPEN,
                    Verdict.STOP,
                    "make sure that the folder exists and that this process can write to it, then restart the task"),
            advice(
                    SQLiteErrorCode.SQLITE_CORRUPT,
                    Verdict.STOP,
                    "the file is damaged; restore a backup or move the file away, then restart the task: it rereads the"
                            + " missing records"),
            advice(
                    SQLiteErrorCode.SQLITE_NOTADB,
                    Verdict.STOP,
                    "this is not an SQLite database; name another file or move this one away, then restart the task"),
            advice(SQLiteErrorCode.SQLITE_CONSTRAINT, Verdict.REPORT, "the entry violates a constraint of the schema"),
            advice(SQLiteErrorCode.SQLITE_MISMATCH, Verdict.REPORT, "the entry contains a value of the wrong type"),
            advice(SQLiteErrorCode.SQLITE_TOOBIG, Verdict.REPORT, "the entry is larger than SQLite can store"));

    private record Advice(Verdict verdict, String text) {}

    private SqliteErrors() {}

    /** The error with its verdict. The message names the file, the error and what to do. */
    public static StoreException translate(Path file, SQLException error) {
        if (error instanceof DamagedSearchException) {
            return new StoreException(
                    Verdict.RETRY,
                    file + ": the full-text index is damaged (" + error.getMessage() + "); rebuilding it",
                    error);
        }
        Advice advice = ADVICE.get(code(error));
        String text = file + ": " + coded(error).getMessage();
        return advice == null
                ? new StoreException(Verdict.STOP, text, error)
                : new StoreException(advice.verdict(), text + ": " + advice.text(), error);
    }

    /** The primary result code of an error. */
    public static SQLiteErrorCode code(SQLException error) {
        return SQLiteErrorCode.getErrorCode(coded(error).getErrorCode() & PRIMARY_CODE);
    }

    /** True if the file is damaged or no database, which no retry changes. */
    public static boolean isDamage(SQLException error) {
        SQLiteErrorCode code = code(error);
        return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
    }

    /** The exception that carries SQLite's code: a batch exception only wraps it. */
    private static SQLException coded(SQLException error) {
        for (Throwable next = error; next != null; next = next.getCause()) {
            if (next instanceof SQLException candidate && candidate.getErrorCode() != 0) {
                return candidate;
            }
        }
        return error;
    }

    private static Map.Entry<SQLiteErrorCode, Advice> advice(SQLiteErrorCode code, Verdict verdict, String text) {
        return Map.entry(code, new Advice(verdict, text));
    }
}
