package io.multichat.app.connect.outage;

import java.io.IOException;
import java.nio.file.Path;

/** Another process holds the write lock of the database for a long time. */
final class FileLocked implements Outage {
    private final Path file;
    private LockHolder holder;

    FileLocked(Path file) {
        this.file = file;
    }

    @Override
    public void begin() throws IOException {
        holder = LockHolder.lock(file);
    }

    @Override
    public void end() throws IOException {
        holder.close();
    }
}
