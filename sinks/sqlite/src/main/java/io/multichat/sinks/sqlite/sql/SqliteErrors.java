package io.multichat.sinks.sqlite.sql;

import io.multichat.reading.StoreException;
import io.multichat.reading.StoreException.Verdict;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.sqlite.SQLiteErrorCode;

/** Decides what follows from an error of SQLite. The only place that does. */
public final class SqliteErrors {
    private static final int PRIMARY_CODE = 0xFF;

    /** By primary result code. What is not here is an error of ours or of the schema, which no waiting mends. */
    private static final Map<SQLiteErrorCode, Advice> ADVICE = Map.ofEntries(
            advice(SQLiteErrorCode.SQLITE_BUSY, Verdict.RETRY, "another process is writing; it is tried again"),
            advice(SQLiteErrorCode.SQLITE_LOCKED, Verdict.RETRY, "a table is locked; it is tried again"),
            advice(SQLiteErrorCode.SQLITE_PROTOCOL, Verdict.RETRY, "locking did not succeed; it is tried again"),
            advice(SQLiteErrorCode.SQLITE_SCHEMA, Verdict.RETRY, "the schema has just changed; it is tried again"),
            advice(SQLiteErrorCode.SQLITE_NOMEM, Verdict.RETRY, "memory is short; it is tried again"),
            advice(SQLiteErrorCode.SQLITE_FULL, Verdict.RETRY, "the disk is full; free some space, it is tried again"),
            advice(
                    SQLiteErrorCode.SQLITE_IOERR,
                    Verdict.RETRY,
                    "the disk could not be read or written; check it, it is tried again"),
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
                    "see that the folder exists and that this process may write there, then restart the task"),
            advice(
                    SQLiteErrorCode.SQLITE_CORRUPT,
                    Verdict.STOP,
                    "the file is damaged; restore a backup or move the file away, then restart the task: what is missing"
                            + " is read again"),
            advice(
                    SQLiteErrorCode.SQLITE_NOTADB,
                    Verdict.STOP,
                    "this is no SQLite database; name another file or move this one away, then restart the task"),
            advice(SQLiteErrorCode.SQLITE_CONSTRAINT, Verdict.REPORT, "the entry breaks a rule of the schema"),
            advice(SQLiteErrorCode.SQLITE_MISMATCH, Verdict.REPORT, "the entry holds a value of a wrong type"),
            advice(SQLiteErrorCode.SQLITE_TOOBIG, Verdict.REPORT, "the entry is larger than SQLite can hold"));

    private record Advice(Verdict verdict, String text) {}

    private SqliteErrors() {}

    /** The exception with its verdict; the message names the file, the error and what to do. */
    public static StoreException translate(Path file, SQLException error) {
        if (error instanceof DamagedSearchException) {
            return new StoreException(
                    Verdict.RETRY,
                    file + ": the full-text index is damaged (" + error.getMessage() + "); it is built anew",
                    error);
        }
        Advice advice = ADVICE.get(code(error));
        String text = file + ": " + coded(error).getMessage();
        return advice == null
                ? new StoreException(Verdict.STOP, text, error)
                : new StoreException(advice.verdict(), text + ": " + advice.text(), error);
    }

    /** The primary result code. */
    public static SQLiteErrorCode code(SQLException error) {
        return SQLiteErrorCode.getErrorCode(coded(error).getErrorCode() & PRIMARY_CODE);
    }

    /** The error that carries SQLite's code: an exception of a batch only wraps it. */
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
