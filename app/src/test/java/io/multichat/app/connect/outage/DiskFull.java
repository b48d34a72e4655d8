package io.multichat.app.connect.outage;

import io.multichat.sinks.core.testing.SmallDisk;
import java.io.IOException;

/**
 * A foreign file fills the disk.
 *
 * @param disk the disk, which only the store uses
 */
record DiskFull(SmallDisk disk) implements Outage {
    @Override
    public void begin() throws IOException {
        disk.fill();
    }

    @Override
    public void end() throws IOException {
        disk.free();
    }
}
