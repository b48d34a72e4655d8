package io.multichat.app.connect.outage;

import java.io.IOException;

/**
 * A foreign file fills the disk to the last byte.
 *
 * @param disk a disk used only by the store
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
